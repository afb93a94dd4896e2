using System.Text.Json;
using AksEgress.Analysis.Capacity;
using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>Whether firewall and network are large enough for the cluster.</summary>
public sealed record CapacityReport
{
    /// <summary>Ports for source translation; null where the cluster does not leave through the firewall.</summary>
    public required SnatCapacity? Snat { get; init; }

    /// <summary>Azure's limits.</summary>
    public required ValueList<LimitUse> Limits { get; init; }

    /// <summary>What was taken for true without being said.</summary>
    public required ValueList<string> Assumptions { get; init; }

    /// <summary>True when the ports are enough before the firewall scales out, and no limit is exceeded.</summary>
    public bool IsEnough => Snat is null or { Verdict: CapacityVerdict.Enough } && Limits.All(limit => limit.Headroom >= 0);

    /// <summary>Writes the report as text for people.</summary>
    public void WriteText(TextWriter writer) => CapacityText.Write(writer, this);

    /// <summary>Writes the report as one JSON object: enough, snat, limits, assumptions.</summary>
    public void WriteJson(Utf8JsonWriter json) => CapacityJson.Write(json, this);
}
