using System.Collections.Immutable;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Analysis.Coverage;

/// <summary>What the images of one registry need.</summary>
/// <param name="Registry">The registry, with its port where it is not 443; null for texts that name no image.</param>
/// <param name="Images">The images.</param>
/// <param name="Requirements">The hosts.</param>
/// <param name="AtBest">How well the images are covered where all of these are.</param>
/// <param name="Note">What is not known, or null.</param>
internal sealed record RegistryRequirements(string? Registry, ValueList<ImageUse> Images, ImmutableArray<Requirement> Requirements, CoverageStatus AtBest, string? Note);

/// <summary>The registries of images and their hosts (Knowledge/registries.json).</summary>
internal sealed class ImageRegistries(string location, ImmutableArray<FlowSource> from)
{
    private const int HttpsPort = 443;

    /// <summary>The registries, in the order in which they first appear.</summary>
    public IEnumerable<RegistryRequirements> Of(IEnumerable<ImageUse> images) =>
        images.GroupBy(image => ImageReference.Find(image.Image) is { } reference ? (reference.Registry, Port: reference.Port ?? HttpsPort) : default((string Registry, int Port)?))
            .Select(group => group.Key is { } key ? Of(key.Registry, key.Port, [.. group]) : new(null, [.. group], [], CoverageStatus.NotCovered, "These texts name no image."));

    private RegistryRequirements Of(string registry, int port, ValueList<ImageUse> images)
    {
        var known = port == HttpsPort ? Registries.Find(registry) : null;
        var hosts = known?.HostsOf(registry, location) ?? [[registry]];
        return new(
            port == HttpsPort ? registry : FormattableString.Invariant($"{registry}:{port}"),
            images,
            [.. hosts.Select(alternatives => Of(registry, port, alternatives, known))],
            known?.Unlisted == true ? CoverageStatus.Depends : CoverageStatus.Covered,
            known is null ? $"Nothing is known of {registry}: it is taken to answer without sending pulls to other hosts."
                : known.Unlisted ? $"{registry} sends pulls on to hosts that nobody lists; copy the images to a registry of your own, or watch the firewall's log."
                : null);
    }

    private Requirement Of(string registry, int port, IReadOnlyList<string> alternatives, KnownRegistry? known) => new()
    {
        Set = known?.Set,
        Endpoint = registry,
        Targets = alternatives,
        Protocol = FlowProtocol.Https,
        Port = port,
        Purpose = $"Images from {registry}.",
        Importance = Importance.Feature,
        Source = known?.Source,
        From = from,
    };
}
