using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Import;

/// <summary>The public addresses of the firewall: how many, their names, and which resources and addresses they are.</summary>
internal sealed class FrontendImport
{
    private readonly Dictionary<string, int> _numberOfId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Ipv4Address, int> _numberOfAddress = [];
    private readonly string? _prefixId;

    /// <summary>Reads the public addresses.</summary>
    /// <param name="firewall">The firewall; null where the source has none.</param>
    public FrontendImport(ArmReader? firewall)
    {
        if (firewall is null)
        {
            return;
        }

        string? configurationName = null;
        var names = new List<string>();
        var prefixes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var configuration in firewall.Objects("ipConfigurations", nameof(Firewall.Frontends)))
        {
            var configured = configuration.Text("name");
            if (configuration.Id("subnet", nameof(Firewall.PrivateIpAddress)) is { } subnet)
            {
                SubnetId ??= subnet;
            }

            if (configuration.Value<Ipv4Address>("privateIPAddress", nameof(Firewall.PrivateIpAddress)) is { } own)
            {
                firewall.Context.FirewallAddress ??= own;
            }

            if (configuration.Id("publicIPAddress", nameof(Firewall.Frontends)) is { } id)
            {
                configurationName ??= configured;
                names.Add(ArmId.Parse(id)?.OwnName ?? id);
                _numberOfId.TryAdd(id, names.Count);
                if (ReadAddress(firewall.Context, id, prefixes) is { } address)
                {
                    _numberOfAddress.TryAdd(address, names.Count);
                }
            }

            configuration.FinishPart("ipConfiguration");
        }

        _prefixId = prefixes.Count == 1 ? prefixes.Single() : null;
        var length = _prefixId is null ? null : ReadPrefix(firewall.Context, _prefixId);
        Frontends = new()
        {
            Count = Math.Max(names.Count, 1),
            Name = names.FirstOrDefault(),
            ConfigurationName = configurationName,
            PrefixLength = length,
            PrefixName = length is null ? null : ArmId.Parse(_prefixId!)?.OwnName,
            Origin = new(firewall.Place),
        };
        if (names.Where((name, index) => name != FrontendNames.Of(names[0], index + 1)).ToList() is { Count: > 0 } others)
        {
            firewall.Context.Report(
                ImportDiagnostics.SaidOtherwise,
                firewall.Place,
                $"The public addresses are called {Quotation.Shorten(names[0])}, {Quotation.Shorten(FrontendNames.Of(names[0], 2))} … here, in the order of the IP configurations; the source calls them {string.Join(", ", names.Take(8).Select(Quotation.Shorten))}.");
        }
    }

    /// <summary>The public addresses; null where there is no firewall.</summary>
    public Frontends? Frontends { get; }

    /// <summary>The firewall's subnet, or null.</summary>
    public string? SubnetId { get; }

    /// <summary>The number of the frontend that a text is the address of, with or without what stands behind it; 0 for all of them at once; null for anything else.</summary>
    public int? NumberOf(RuntimeValue value, string suffix)
    {
        switch (value)
        {
            case RuntimeValue.Link link when link.Suffix == suffix && link.Path == "ipAddress" && _numberOfId.TryGetValue(link.Id, out var number):
                return number;
            case RuntimeValue.Link { Suffix: "", Path: "ipPrefix" } link when string.Equals(link.Id, _prefixId, StringComparison.OrdinalIgnoreCase):
                return 0;
            case RuntimeValue.Literal { Text: var text } when text.EndsWith(suffix, StringComparison.Ordinal) && Ipv4Address.TryParse(text.AsSpan(0, text.Length - suffix.Length), out var address):
                return _numberOfAddress.TryGetValue(address, out var known) ? known : null;
            default:
                return null;
        }
    }

    /// <summary>What a NAT rule is for: frontends by their numbers, or addresses.</summary>
    public ValueList<DnatDestination> ReadDestination(ArmReader rule)
    {
        const string key = "destinationAddresses";
        var destinations = new List<DnatDestination>();
        foreach (var value in rule.Runtimes(key, nameof(DnatRule.Destination)) ?? [])
        {
            if (NumberOf(value, "") is > 0 and var number)
            {
                destinations.Add(DnatDestination.OfFrontend(number));
            }
            else if (value is RuntimeValue.Literal literal && Ipv4Address.TryParse(literal.Text.AsSpan(), out var address))
            {
                destinations.Add(address);
            }
            else
            {
                rule.Unread(key, nameof(DnatRule.Destination), $"{rule.Path} is for an address that is not known.");
            }
        }

        return [.. destinations];
    }

    private static Ipv4Address? ReadAddress(ImportContext context, string id, HashSet<string> prefixes)
    {
        if (context.Resources.Find(id) is not { } resource)
        {
            return null;
        }

        var reader = new ArmReader(resource, context);
        if (reader.Id("publicIPPrefix", nameof(Firewall.Frontends)) is { } prefix)
        {
            prefixes.Add(prefix);
        }

        var address = reader.Value<Ipv4Address>("ipAddress", nameof(Firewall.Frontends));
        reader.Finish("publicIp");
        return address;
    }

    private static int? ReadPrefix(ImportContext context, string id)
    {
        if (context.Resources.Find(id) is not { } resource)
        {
            return null;
        }

        var reader = new ArmReader(resource, context);
        var length = reader.Number("prefixLength", nameof(Frontends.PrefixLength));
        reader.Finish("publicIpPrefix");
        return length;
    }
}
