using AksEgress.Analysis.Evaluation;

namespace AksEgress.Analysis.Explanation;

/// <summary>Says what a case hangs on.</summary>
internal static class UnknownText
{
    /// <summary>What would have to hold, as a clause.</summary>
    public static string Of(Flow flow, FlowCase one) =>
        string.Join(" and ", one.Under.Append(one.If!.Value).Select(unknown => Of(flow, unknown, one.Ending)));

    private static string Of(Flow flow, Unknown unknown, Ending ending)
    {
        var address = (flow.To.Address ?? flow.Address) is { } known ? known.ToString() : $"the address of {flow.To}";
        return unknown.Kind switch
        {
            UnknownKind.AddressInRanges => $"{address} is one of {((CompiledNetworkRule)ending.Rule!).Destination}",
            UnknownKind.ServiceTag => $"service tag {unknown.Name} holds {address}",
            UnknownKind.HostAddress => $"{unknown.Name} resolves to {address}",
            UnknownKind.HostResolution => $"the firewall resolves {unknown.Name} to the address that the client uses",
            UnknownKind.FqdnTag => $"FQDN tag {unknown.Name} holds {flow.To}",
            UnknownKind.Infrastructure => $"Azure Firewall's own infrastructure rules hold {flow.To}",
            UnknownKind.RoutedAddress => $"{address} is one of {unknown.Name}",
            UnknownKind.RoutedServiceTag => $"service tag {unknown.Name} holds {address} (route {ending.Route!.Reference.Name})",
            UnknownKind.ServiceEndpoint => $"the subnet's service endpoint {unknown.Name} holds {address}",
            UnknownKind.TranslatedSource => "the source address outside is one that the rule takes",
            UnknownKind.SourceRoute => $"the routes of {flow.From}, which is in no subnet of the topology, lead to the firewall",
            UnknownKind.EveryPort => "Azure Firewall takes a range of all ports for '*' where the protocol is any, which Microsoft does not say",
            UnknownKind.Unread => $"what could not be read decides otherwise ({unknown.Name})",
            _ => throw new InvalidOperationException(unknown.Kind.ToString()),
        };
    }
}
