using System.Text.Json.Nodes;

namespace AksEgress.Tests.Import;

/// <summary>Predicted resources in one form: subnets, routes and pools as resources of their own, values by their paths.</summary>
internal sealed class PredictedForms
{
    private static readonly (string Type, string[] List, string Child)[] _inner =
    [
        ("Microsoft.Network/virtualNetworks", ["properties", "subnets"], "subnets"),
        ("Microsoft.Network/routeTables", ["properties", "routes"], "routes"),
        ("Microsoft.ContainerService/managedClusters", ["properties", "agentPoolProfiles"], "agentPools"),
    ];

    private readonly Dictionary<string, SortedDictionary<string, string>> _resources = new(StringComparer.OrdinalIgnoreCase);

    public PredictedForms(string snapshot)
    {
        foreach (var resource in JsonNode.Parse(snapshot)!["predictedResources"]!.AsArray())
        {
            Add(resource!["type"]!.GetValue<string>(), resource["name"]!.GetValue<string>(), resource);
        }
    }

    public IEnumerable<string> Names => _resources.Keys.Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>The values that are here and not the same there; what only a deployment tells, and what its names are made of, left out.</summary>
    public IEnumerable<string> ValuesNotIn(PredictedForms other) =>
        from resource in _resources
        from value in resource.Value
        where value.Key is not ("apiVersion" or "id" or "name" or "type") && !value.Value.StartsWith('[')
        where !(other._resources.TryGetValue(resource.Key, out var there) && there.TryGetValue(value.Key, out var same) && IsSame(value.Value, same))
        select $"{resource.Key} {value.Key} = {value.Value}";

    /// <summary>Ours may be an expression that is the value, or else fails.</summary>
    private static bool IsSame(string value, string there) => there == value || (there.StartsWith("[if(equals(", StringComparison.Ordinal) && there.Contains($"'{value}'", StringComparison.Ordinal));

    private void Add(string type, string name, JsonNode resource)
    {
        resource = resource.DeepClone();
        foreach (var (parent, list, child) in _inner.Where(inner => inner.Type == type))
        {
            foreach (var item in (resource[list[0]]?[list[1]] as JsonArray)?.ToList() ?? [])
            {
                var body = item!["properties"] is null ? new JsonObject { ["properties"] = item.DeepClone() } : item.DeepClone();
                body["properties"]!.AsObject().Remove("name");
                Add($"{parent}/{child}", $"{name}/{item["name"]}", body);
            }

            resource[list[0]]?.AsObject().Remove(list[1]);
        }

        // The names of role assignments are made of ids.
        if (type != "Microsoft.Authorization/roleAssignments")
        {
            var values = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            Collect(resource, "", values);
            _resources.Add($"{type} {name}", values);
        }
    }

    private static void Collect(JsonNode? node, string path, SortedDictionary<string, string> values)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (key, value) in members)
                {
                    Collect(value, path.Length == 0 ? key : $"{path}.{key}", values);
                }

                break;
            case JsonArray items:
                var ordered = items.OrderBy(item => item is JsonObject named ? named["name"]?.ToString() : null, StringComparer.Ordinal).ToList();
                for (var i = 0; i < ordered.Count; i++)
                {
                    Collect(ordered[i], FormattableString.Invariant($"{path}[{i}]"), values);
                }

                break;
            case not null:
                values[path] = node.ToString();
                break;
        }
    }
}
