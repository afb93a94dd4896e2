using System.Text.Json;

namespace AksEgress.Import;

/// <summary>The steps of a template and what each waits for: by <c>dependsOn</c>, and by references, of which Azure makes dependencies itself.</summary>
/// <remarks>
/// Where a text is not clear it is taken to wait for more rather than less, so that no order is missed that there is.
/// Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/resource-dependency
/// </remarks>
internal static class DeploymentSteps
{
    private const string Deployments = "Microsoft.Resources/deployments";

    // What is longer is no template of people, and every pair of steps may be looked at.
    private const int MaxSteps = 2_000;

    /// <summary>All steps, those of nested deployments included; none where there are too many to tell.</summary>
    public static IReadOnlyList<DeploymentStep> Of(JsonElement template)
    {
        var steps = new List<DeploymentStep>();
        return Read(template, null, steps) ? steps : [];
    }

    private static bool Read(JsonElement template, DeploymentStep? parent, List<DeploymentStep> steps)
    {
        var siblings = new List<DeploymentStep>();
        Collect(template, parent, "", siblings);
        steps.AddRange(siblings);
        parent?.Inner.AddRange(siblings);
        if (steps.Count > MaxSteps)
        {
            return false;
        }

        foreach (var step in siblings)
        {
            Connect(step, siblings);
            if (InnerTemplate(step.Element) is { } inner && !Read(inner, step, steps))
            {
                return false;
            }
        }

        return true;
    }

    private static void Collect(JsonElement owner, DeploymentStep? parent, string typePrefix, List<DeploymentStep> siblings)
    {
        foreach (var (symbol, resource) in ResourcesOf(owner))
        {
            if (siblings.Count > MaxSteps || resource.ValueKind != JsonValueKind.Object || !resource.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
            {
                continue;
            }

            var step = new DeploymentStep(typePrefix + type.GetString(), symbol, resource, parent);
            siblings.Add(step);
            if (InnerTemplate(resource) is null)
            {
                Collect(resource, parent, step.Type + "/", siblings);
            }
        }
    }

    private static IEnumerable<(string? Symbol, JsonElement Resource)> ResourcesOf(JsonElement owner) =>
        owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty("resources", out var resources) ? []
        : resources.ValueKind == JsonValueKind.Array ? resources.EnumerateArray().Select(resource => ((string?)null, resource))
        : resources.ValueKind == JsonValueKind.Object ? resources.EnumerateObject().Select(resource => ((string?)resource.Name, resource.Value))
        : [];

    private static JsonElement? InnerTemplate(JsonElement resource) =>
        resource.TryGetProperty("type", out var type) && type.ValueEquals(Deployments) && resource.TryGetProperty("properties", out var properties)
        && properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty("template", out var template) && template.ValueKind == JsonValueKind.Object ? template : null;

    private static void Connect(DeploymentStep step, List<DeploymentStep> siblings)
    {
        if (step.Element.TryGetProperty("dependsOn", out var dependsOn))
        {
            var texts = dependsOn.ValueKind == JsonValueKind.Array ? dependsOn.EnumerateArray().ToList() : [dependsOn];
            foreach (var text in texts)
            {
                step.DependsOn.UnionWith(text.ValueKind == JsonValueKind.String ? Find(text.GetString()!, siblings) : siblings);
            }
        }

        foreach (var text in Texts(step.Element))
        {
            if (text.StartsWith('[') && (text.Contains("reference", StringComparison.OrdinalIgnoreCase) || text.Contains("list", StringComparison.OrdinalIgnoreCase)))
            {
                var words = DeploymentStep.Quoted(text).ToHashSet(StringComparer.OrdinalIgnoreCase);
                step.DependsOn.UnionWith(siblings.Where(other => (other.Symbol is { } symbol && words.Contains(symbol)) || words.Any(word => IsOf(word, other))));
            }
        }

        step.DependsOn.Remove(step);
    }

    /// <summary>The steps that a text of <c>dependsOn</c> means; all, where that cannot be told.</summary>
    private static List<DeploymentStep> Find(string text, List<DeploymentStep> siblings)
    {
        var symbols = siblings.Where(step => step.Symbol == text || CopyName(step.Element) == text).ToList();
        if (symbols.Count > 0)
        {
            return symbols;
        }

        var isExpression = text.StartsWith('[');
        var words = isExpression ? DeploymentStep.Quoted(text).ToList() : [text];
        var typed = siblings.Where(step => words.Exists(word => IsOf(word, step))).ToList();
        var named = (typed.Count > 0 ? typed : siblings).Where(step => isExpression
            ? words.Where(word => !word.Contains('/', StringComparison.Ordinal)).All(word => step.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
            : step.Name.Length > 0 && text.EndsWith(step.Name[(step.Name.LastIndexOf('/') + 1)..], StringComparison.OrdinalIgnoreCase)).ToList();
        return named.Count > 0 ? named : typed.Count > 0 ? typed : siblings;
    }

    /// <summary>True for a type, and for an id or the beginning of one that has it.</summary>
    private static bool IsOf(string word, DeploymentStep step)
    {
        var at = word.IndexOf(step.Type, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at + step.Type.Length == word.Length || word[at + step.Type.Length] == '/');
    }

    private static string? CopyName(JsonElement resource) =>
        resource.TryGetProperty("copy", out var copy) && copy.ValueKind == JsonValueKind.Object && copy.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;

    /// <summary>The texts of a resource, without those of a template within it, which names its own resources.</summary>
    private static IEnumerable<string> Texts(JsonElement root)
    {
        var open = new Stack<JsonElement>([root]);
        while (open.TryPop(out var value))
        {
            if (value.ValueKind == JsonValueKind.String)
            {
                yield return value.GetString()!;
            }
            else if (value.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in value.EnumerateArray())
                {
                    open.Push(item);
                }
            }
            else if (value.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in value.EnumerateObject().Where(property => property.Name is not ("dependsOn" or "resources") && (property.Name != "template" || IsOuterScope(value))))
                {
                    open.Push(property.Value);
                }
            }
        }
    }

    private static bool IsOuterScope(JsonElement properties) =>
        !(properties.TryGetProperty("expressionEvaluationOptions", out var options) && options.ValueKind == JsonValueKind.Object && options.TryGetProperty("scope", out var scope) && scope.ValueEquals("inner"));
}
