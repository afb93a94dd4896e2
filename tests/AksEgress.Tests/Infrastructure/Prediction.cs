using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;

namespace AksEgress.Tests.Infrastructure;

/// <summary>The resources that <c>bicep snapshot</c> predicts. What only Azure can know stays an expression: <c>[reference(…)…]</c>.</summary>
internal sealed class Prediction
{
    public const string SubscriptionId = "00000000-0000-0000-0000-000000000001";
    public const string ResourceGroup = "aks-egress-rg";

    private readonly JsonNode _snapshot;

    public Prediction(string snapshot)
    {
        _snapshot = JsonNode.Parse(snapshot)!;
        Assert.Empty(_snapshot["diagnostics"]!.AsArray());

        // The CLI's own order of outputs changes from run to run; nothing else does.
        _snapshot["outputs"] = new JsonObject(_snapshot["outputs"]!.AsObject().OrderBy(output => output.Key, StringComparer.Ordinal)
            .Select(output => KeyValuePair.Create(output.Key, output.Value?.DeepClone())));
    }

    public IEnumerable<JsonNode> Resources => _snapshot["predictedResources"]!.AsArray()!;

    public override string ToString() => _snapshot.ToJsonString(new() { WriteIndented = true });

    /// <summary>The resources of a type, such as <c>Microsoft.Network/routeTables</c>.</summary>
    public IEnumerable<JsonNode> OfType(string type) => Resources.Where(resource => resource["type"]!.GetValue<string>() == type);

    /// <summary>The texts at the end of some steps, from every element of the lists on the way.</summary>
    public static IEnumerable<string> Texts(JsonNode? node, ReadOnlySpan<string> steps)
    {
        if (node is JsonArray list)
        {
            var rest = steps.ToArray();
            return list.SelectMany(item => Texts(item, rest));
        }

        return node is null ? [] : steps.Length == 0 ? [node.GetValue<string>()] : Texts(node[steps[0]], steps[1..]);
    }

    /// <summary>One value of one resource; null where there is none.</summary>
    /// <param name="type">The resource's type.</param>
    /// <param name="name">The resource's name; of children with their parents': <c>vnet/subnet</c>.</param>
    /// <param name="path">Steps to the value with dots between; a step into a list is an element's index or its name.</param>
    public JsonNode? Value(string type, string name, string path)
    {
        var node = OfType(type).Single(resource => resource["name"]!.GetValue<string>() == name);
        foreach (var step in path.Split('.'))
        {
            node = node switch
            {
                JsonArray list when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) => list[index],
                JsonArray list => list.SingleOrDefault(item => item!["name"]?.GetValue<string>() == step),
                _ => node?[step],
            };
        }

        return node;
    }

    /// <summary>The value as a table has it: texts and numbers as they are, lists with commas, null as an empty text.</summary>
    public string Text(string type, string name, string path) => Text(Value(type, name, path));

    private static string Text(JsonNode? node) => node is JsonArray list ? string.Join(", ", list.Select(Text)) : node?.ToString() ?? "";
}
