using System.Text.Json.Nodes;

namespace AksEgress.Tests.Rendering;

/// <summary>The resources of a compiled template with modules, and what waits for what.</summary>
internal sealed class DeploymentOrder
{
    private readonly List<DeployedResource> _resources = [];
    private readonly Dictionary<string, JsonNode> _modules;

    public DeploymentOrder(JsonNode template)
    {
        _modules = ResourcesOf(template).ToDictionary();
        foreach (var (module, deployment) in _modules)
        {
            _resources.AddRange(ResourcesOf(deployment["properties"]!["template"]!).Select(resource => new DeployedResource(module, resource.Key, resource.Value)));
        }
    }

    public IEnumerable<DeployedResource> OfType(string type) =>
        _resources.Where(resource => resource.Body["type"]!.GetValue<string>() == type && resource.Body["existing"] is null);

    public bool IsAfter(DeployedResource later, DeployedResource earlier) => later.Module == earlier.Module
        ? Waits(later.Symbol, earlier.Symbol, symbol => _resources.Single(resource => resource.Module == later.Module && resource.Symbol == symbol).Body)
        : Waits(later.Module, earlier.Module, module => _modules[module]);

    private static bool Waits(string later, string earlier, Func<string, JsonNode> bodyOf) =>
        bodyOf(later)["dependsOn"]?.AsArray().Select(symbol => symbol!.GetValue<string>()).Any(symbol => symbol == earlier || Waits(symbol, earlier, bodyOf)) == true;

    // Symbolic names, as every template has them that Bicep compiles from files with user-defined types or existing resources; others have a list.
    private static IEnumerable<KeyValuePair<string, JsonNode>> ResourcesOf(JsonNode template) => template["resources"] switch
    {
        JsonObject symbols => symbols.Select(symbol => KeyValuePair.Create(symbol.Key, symbol.Value!)),
        JsonArray list => list.Select(resource => KeyValuePair.Create(IdOf(resource!), resource!)),
        _ => [],
    };

    // How dependsOn of such a list names a resource; children's names are formatted from their parents'.
    private static string IdOf(JsonNode resource)
    {
        const string format = "[format('{0}/{1}', ";
        var name = resource["name"]!.GetValue<string>();
        return $"[resourceId('{resource["type"]}', {(name.StartsWith(format, StringComparison.Ordinal) ? name[format.Length..^2] : $"'{name}'")})]";
    }
}
