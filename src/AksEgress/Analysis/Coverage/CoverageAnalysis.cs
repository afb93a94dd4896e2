using AksEgress.Analysis.Evaluation;
using AksEgress.Analysis.Explanation;
using AksEgress.Knowledge;
using AksEgress.Model;
using SetName = AksEgress.Model.EndpointSet;

namespace AksEgress.Analysis.Coverage;

/// <summary>Holds what a cluster needs against what its firewall lets pass.</summary>
internal sealed class CoverageAnalysis
{
    private readonly EgressTopology _topology;
    private readonly ClusterSources _sources;
    private readonly HostCoverage _hosts;
    private readonly ServiceTagCoverage _tags;

    public CoverageAnalysis(EgressTopology resolved, FlowEvaluator evaluator, FlowExplainer explainer)
    {
        _topology = resolved;
        _sources = new(resolved);
        _hosts = new(resolved, evaluator, explainer);
        _tags = new(evaluator.KnowsPrefixes ? new(resolved, null) : evaluator);
    }

    /// <summary>The report.</summary>
    public CoverageReport Report(CoverageOptions options)
    {
        var features = options.Features ?? [.. AllowedSets().Distinct()];
        var images = _topology.ConnectivityCheck is { } check
            ? options.Images.Prepend(new(check.Image, "connectivityCheck", check.At(nameof(ConnectivityCheck.Image))))
            : options.Images;
        return new()
        {
            Cloud = _topology.Cloud!.Value,
            Location = _topology.Location,
            Features = features,
            Entries = [.. new RequiredEndpoints(_topology, _sources).Of(features).Select(Check)],
            Images = [.. new ImageRegistries(_topology.Location, _sources.Nodes).Of(images).Select(Check)],
            MissesImages = options?.MissesImages == true,
        };
    }

    private IEnumerable<SetName> AllowedSets()
    {
        var said = (_topology.Said.Allow ?? []).Select(entry => entry.Set).OfType<SetName>();
        return _topology.Cluster!.HasWindowsNodes ? said.Append(SetName.Windows) : said;
    }

    private ImageCoverage Check(RegistryRequirements registry)
    {
        var entries = registry.Requirements.Select(Check).ToList();
        return new()
        {
            Registry = registry.Registry,
            Images = registry.Images,
            Entries = [.. entries],
            Status = entries.Select(entry => entry.Status).Append(registry.AtBest).Max(),
            Note = registry.Note,
        };
    }

    private CoverageEntry Check(Requirement needed)
    {
        // Of alternatives the one that is covered best.
        var (target, from) = needed.Targets.Select(target => (target, From: Check(needed, target))).MinBy(one => WorstOf(one.From).Status);
        var worst = WorstOf(from);
        return new()
        {
            Set = needed.Set,
            Endpoint = needed.Endpoint,
            Target = worst.Status == CoverageStatus.NotCovered ? string.Join(" or ", needed.Targets) : target,
            Protocol = needed.Protocol,
            Port = needed.Port,
            Purpose = needed.Purpose,
            Importance = needed.Importance,
            Status = worst.Status,
            From = from,
            Rule = worst.Rule,
            Because = worst.Because,
            Write = worst.Status is CoverageStatus.Depends or CoverageStatus.NotCovered ? CoverageAdvice.Of(needed, worst, _topology.Said.Origin.IsCode) : null,
            Source = needed.Source is { } key ? FactSources.Find(key)!.Location : null,
        };
    }

    private ValueList<SourceCoverage> Check(Requirement needed, string target) =>
        [.. needed.From.Select(from => needed.IsServiceTag ? _tags.Of(from, target, needed.Protocol, needed.Port) : _hosts.Of(from, target, needed.Protocol, needed.Port))];

    private static SourceCoverage WorstOf(ValueList<SourceCoverage> from) => from.MaxBy(coverage => coverage.Status)
        ?? new(FlowSource.AnyPod, CoverageStatus.Covered, FlowStage.Route, null, "The topology has no subnet that needs it.");
}
