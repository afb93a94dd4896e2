using System.Text.Json;
using AksEgress.Analysis;
using AksEgress.Model;
using CsCheck;

namespace AksEgress.Tests.Analysis.Reference;

/// <summary>
/// What a file of service tags says: nothing, all of the tags that nasty topologies name, or some; of a service with its regions or not at all. No two services have the same prefix but AzureCloud, which
/// has those of others too.
/// </summary>
internal static class NastyTagFiles
{
    private static readonly (string Tag, string[] Prefixes)[][] _services =
    [
        [("AzureCloud", ["20.60.0.0/16", "20.60.0.0/24", "128.0.0.0/24"]), ("AzureCloud.eastus", ["20.60.0.0/16", "20.60.0.0/24"]), ("AzureCloud.westus", ["128.0.0.0/24"])],
        [("Storage", ["20.60.0.0/24", "20.60.1.0/30", "1.0.0.0/32"]), ("Storage.eastus", ["20.60.0.0/24"])],
        [("AzureMonitor", ["20.60.0.0/25", "20.59.255.255/32"])],
        [("SomethingNew", ["20.60.1.0/29", "223.255.255.255/32"]), ("SomethingNew.eastus", ["20.60.1.0/29"])],
    ];

    public static Gen<IReadOnlyDictionary<string, Cidr[]>> Any { get; } = Gen.Frequency(
            (3, Gen.Const(new bool[_services.Length])),
            (2, Gen.Const(Enumerable.Repeat(true, _services.Length).ToArray())),
            (1, Gen.Bool.Array[_services.Length]))
        .Select(IReadOnlyDictionary<string, Cidr[]> (isThere) =>
            _services.Where((_, i) => isThere[i]).SelectMany(tags => tags).ToDictionary(tag => tag.Tag, tag => tag.Prefixes.Select(Cidr.Parse).ToArray(), StringComparer.OrdinalIgnoreCase));

    /// <summary>The same as Microsoft's file; null where it says nothing.</summary>
    public static ServiceTagPrefixes? ToFile(IReadOnlyDictionary<string, Cidr[]> tags)
    {
        var values = tags.Select(tag => new { name = tag.Key, properties = new { addressPrefixes = tag.Value.Select(prefix => prefix.ToString()) } });
        Assert.True(ServiceTagPrefixes.TryRead(JsonSerializer.SerializeToUtf8Bytes(new { values }), out var prefixes, out var problem), problem);
        return tags.Count == 0 ? null : prefixes;
    }
}
