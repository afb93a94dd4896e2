using AksEgress.Analysis.Evaluation;
using AksEgress.Model;

namespace AksEgress.Analysis.Coverage;

/// <summary>
/// Whether the addresses of a service tag pass: a rule or route for the tag, or for all its regions, takes them all; one for other public addresses or tags may take some. Rules are held
/// against the tag by name, so the evaluator knows no prefixes.
/// </summary>
internal sealed class ServiceTagCoverage(FlowEvaluator evaluator)
{
    // No rule can name it (RFC 6761): a host of which nothing is known but that its address is public.
    private static readonly Fqdn _unnamed = Fqdn.Parse("unnamed.invalid");

    /// <summary>What covers a tag.</summary>
    public SourceCoverage Of(FlowSource from, string tag, FlowProtocol protocol, int port)
    {
        var cases = new CaseList(keepsAll: true);
        evaluator.Evaluate(new() { From = from, To = _unnamed, Port = port, Protocol = protocol }, ref cases);
        if (!ServiceTag.TryParse(tag, out var wanted, out var problem))
        {
            // Made of a region that is none.
            return new(from, CoverageStatus.NotCovered, FlowStage.Default, null, problem.Message);
        }

        return cases.All.GroupBy(one => one.Source).Select(part => Of(from, wanted, part)).MaxBy(coverage => coverage.Status)
            ?? new(from, CoverageStatus.NotCovered, FlowStage.Default, null, "The subnet has no addresses.");
    }

    private static SourceCoverage Of(FlowSource from, ServiceTag wanted, IEnumerable<FlowCase> cases)
    {
        var possible = new List<Ending>();
        foreach (var one in cases)
        {
            if ((one.If is null || HoldsAll(one.If.Value, wanted)) && one.Under.All(under => HoldsAll(under, wanted)))
            {
                return Of(from, wanted, possible, one.Ending);
            }

            possible.Add(one.Ending);
        }

        throw new InvalidOperationException("The last case of a source needs nothing.");
    }

    private static SourceCoverage Of(FlowSource from, ServiceTag wanted, List<Ending> possible, Ending last)
    {
        var other = possible.Find(ending => ending.Allows != last.Allows);
        var what = last switch
        {
            { Rule: { } rule } => $"Network rule {rule.Reference} {(last.Allows ? "allows" : "denies")} {wanted}",
            { Stage: FlowStage.Route, Route: { } route } => $"The route {route.Reference} {(last.Allows ? "takes it past the firewall" : "drops it")}",
            _ => $"No rule allows {wanted}",
        };
        return other == default
            ? new(from, last.Allows ? CoverageStatus.Covered : CoverageStatus.NotCovered, last.Stage, last.Rule?.Reference, what + ".")
            : new(from, CoverageStatus.Depends, last.Stage, last.Rule?.Reference, $"{what}, but {(other.Rule is { } mixed ? $"network rule {mixed.Reference}" : $"the route {other.Route?.Reference}")} {(other.Allows ? "lets" : "keeps")} some of its addresses {(other.Allows ? "pass" : "back")}, perhaps the one that counts.");
    }

    private static bool HoldsAll(Unknown condition, ServiceTag wanted) =>
        condition.Kind is UnknownKind.ServiceTag or UnknownKind.RoutedServiceTag
        && ServiceTag.TryParse(condition.Name, out var tag, out _)
        && string.Equals(tag.Service, wanted.Service, StringComparison.OrdinalIgnoreCase)
        && (tag.Region is null || string.Equals(tag.Region, wanted.Region, StringComparison.OrdinalIgnoreCase));
}
