using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Values;

/// <summary>Only C# can leave a value at its type's default; parsed ones are never empty.</summary>
internal sealed class UninitializedValue() : TopologyRule("AKSE2012", Error, "A host, tag or port is set, not the default of its type")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
    [
        .. context.Policy.NetworkRules.SelectMany(rule => Empty(rule, nameof(NetworkRule.Fqdns), rule.Fqdns!)),
        .. context.Policy.NetworkRules.SelectMany(rule => Empty(rule, nameof(NetworkRule.ServiceTags), rule.ServiceTags!)),
        .. context.Policy.NetworkRules.SelectMany(rule => Empty(rule, nameof(NetworkRule.Ports), rule.Ports)),
        .. context.Policy.ApplicationRules.SelectMany(rule => Empty(rule, nameof(ApplicationRule.Fqdns), rule.Fqdns!)),
        .. context.Policy.ApplicationRules.SelectMany(rule => Empty(rule, nameof(ApplicationRule.FqdnTags), rule.FqdnTags!)),
        .. context.Policy.DnatRules.SelectMany(rule => Empty(rule, nameof(DnatRule.Port), [rule.Port])),
        .. context.Policy.DnatRules.SelectMany(rule => Empty(rule, nameof(DnatRule.TranslatedFqdn), OneOrNone(rule.TranslatedFqdn))),
        .. context.Topology.Services!.SelectMany(service => service.Ports).SelectMany(port => Empty(port, nameof(ServicePort.Port), [port.Port])),
        .. Check(context.Topology.ConnectivityCheck),
    ];

    private static ValueList<T> OneOrNone<T>(T? value)
        where T : struct => value is { } one ? [one] : [];

    private static int FirstDefault<T>(ValueList<T> values)
        where T : struct
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (EqualityComparer<T>.Default.Equals(values[i], default))
            {
                return i;
            }
        }

        return -1;
    }

    private IEnumerable<Diagnostic> Check(ConnectivityCheck? check) => check is null ? [] :
    [
        .. Empty(check, nameof(ConnectivityCheck.Allowed), OneOrNone(check.Allowed)),
        .. Empty(check, nameof(ConnectivityCheck.Denied), OneOrNone(check.Denied)),
    ];

    private IEnumerable<Diagnostic> Empty<T>(Node node, string member, ValueList<T> values)
        where T : struct, IModelValue<T> =>
        FirstDefault(values) is >= 0 and var index && !node.IsUnreadable(member) // What could not be read is the default too.
            ? [At(node.At(member, index), $"{member} holds the default of {typeof(T).Name}, which is no value. Write {typeof(T).Name}.Parse(\"…\").")]
            : [];
}
