using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>Finds images in a Kubernetes object. Looks where the API has pods and nowhere else: a definition of a custom resource describes containers too, and runs none.</summary>
internal static class WorkloadImages
{
    private const string ListSuffix = "List";

    private static readonly string[] _template = ["spec", "template", "spec"];

    // Where each kind keeps the specification of its pods (Kubernetes API 1.36: core/v1, apps/v1, batch/v1).
    private static readonly Dictionary<string, string[]> _podSpecs = new(StringComparer.Ordinal)
    {
        ["Pod"] = ["spec"],
        ["PodTemplate"] = ["template", "spec"],
        ["Deployment"] = _template,
        ["StatefulSet"] = _template,
        ["DaemonSet"] = _template,
        ["ReplicaSet"] = _template,
        ["ReplicationController"] = _template,
        ["Job"] = _template,
        ["CronJob"] = ["spec", "jobTemplate", "spec", "template", "spec"],
    };

    private static readonly string[] _containerLists = ["initContainers", "containers", "ephemeralContainers"];

    /// <summary>The images of an object, or of all objects of a list.</summary>
    public static IEnumerable<ImageUse> Of(YamlNode node)
    {
        var kind = Text(Find(node, "kind")) ?? "";
        if (kind.EndsWith(ListSuffix, StringComparison.Ordinal))
        {
            return Items(Find(node, "items")).SelectMany(item => Of(WithKind(item, kind[..^ListSuffix.Length])));
        }

        if (!_podSpecs.TryGetValue(kind, out var path))
        {
            return [];
        }

        var pod = path.Aggregate((YamlNode?)node, Find);
        var workload = Text(Find(Find(node, "metadata"), "name")) is { } name ? $"{kind} {name}" : kind;
        return _containerLists.SelectMany(list => Items(Find(pod, list))).Select(container => Find(container, "image"))
            .Concat(Items(Find(pod, "volumes")).Select(volume => Find(Find(volume, "image"), "reference")))
            .OfType<YamlScalar>()
            .Select(image => new ImageUse(image.Text, workload, image.Span));
    }

    /// <summary>The items of a DeploymentList need not say what they are.</summary>
    private static YamlNode WithKind(YamlNode item, string kind) =>
        item is YamlMapping mapping && kind.Length > 0 && Find(item, "kind") is null
            ? mapping with { Entries = [.. mapping.Entries, new(new(mapping.Span, "kind", true), new YamlScalar(mapping.Span, kind, true))] }
            : item;

    private static YamlNode? Find(YamlNode? node, string key) => (node as YamlMapping)?.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;

    private static IReadOnlyList<YamlNode> Items(YamlNode? node) => (node as YamlSequence)?.Items ?? [];

    private static string? Text(YamlNode? node) => (node as YamlScalar)?.Text;
}
