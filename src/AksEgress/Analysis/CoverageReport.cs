using System.Text.Json;
using AksEgress.Analysis.Coverage;
using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>What AKS, the features in use and the images of the workloads need, and what covers it.</summary>
public sealed record CoverageReport
{
    /// <summary>The cloud, which decides what AKS needs.</summary>
    public required AzureCloud Cloud { get; init; }

    /// <summary>The location, which is part of hosts.</summary>
    public required string Location { get; init; }

    /// <summary>The features in use.</summary>
    public required ValueList<EndpointSet> Features { get; init; }

    /// <summary>What AKS and the features need.</summary>
    public required ValueList<CoverageEntry> Entries { get; init; }

    /// <summary>What the images need, by registry.</summary>
    public required ValueList<ImageCoverage> Images { get; init; }

    /// <summary>True when manifests could not be read whole: their images may be missing.</summary>
    public required bool MissesImages { get; init; }

    /// <summary>True when everything that the cluster needs is known and covered.</summary>
    public bool IsComplete => !MissesImages && !Entries.Any(entry => entry.IsGap) && Images.All(image => image.Status <= CoverageStatus.CoveredByTag);

    /// <summary>Writes the report as text for people.</summary>
    public void WriteText(TextWriter writer) => CoverageText.Write(writer, this);

    /// <summary>Writes the report as one JSON object: cloud, location, complete, features, endpoints, images.</summary>
    public void WriteJson(Utf8JsonWriter json) => CoverageJson.Write(json, this);
}
