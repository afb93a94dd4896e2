using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Sizing;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Breadth;

/// <summary>Without a source, a rule is for the subnets with nodes and pods.</summary>
internal sealed class SourceEveryAddress() : TopologyRule("AKSE2701", Info, "A rule that allows something says for whom")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        // The prefix of a subnet that could not be read is every address, and with it the source of the rules that name none.
        if (context.ReadableSubnets.Count != context.Network.Subnets.Count)
        {
            yield break;
        }

        var broad = new ListMeasure<AddressRange, BroadAddresses.Everything?>(BroadAddresses.FindEveryAddress);
        foreach (var rule in context.Policy.AllowedNetworkRules)
        {
            if (broad.Of(rule.Source!) is { } every)
            {
                yield return At(rule.At(nameof(NetworkRule.Source), every.Index), Message("Network", rule.Name, every));
            }
        }

        foreach (var rule in context.Policy.AllowedApplicationRules)
        {
            if (broad.Of(rule.Source!) is { } every)
            {
                yield return At(rule.At(nameof(ApplicationRule.Source), every.Index), Message("Application", rule.Name, every));
            }
        }
    }

    private static FormattableString Message(string kind, string name, BroadAddresses.Everything source) =>
        $"{kind} rule '{name}' is for everything behind the firewall ({source.Text}), peered networks too. Name the subnets that need it, or leave 'source' out for those with nodes and pods.";
}
