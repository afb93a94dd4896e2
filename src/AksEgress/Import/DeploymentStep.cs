using System.Text.Json;
using AksEgress.Diagnostics;

namespace AksEgress.Import;

/// <summary>A resource of a template on its way into a deployment, or a nested deployment with steps of its own.</summary>
/// <param name="Type">The type with its namespace.</param>
/// <param name="Symbol">Its name within the template; null in templates without such names.</param>
/// <param name="Element">The resource.</param>
/// <param name="Parent">The nested deployment that it is part of, or null.</param>
internal sealed record DeploymentStep(string Type, string? Symbol, JsonElement Element, DeploymentStep? Parent)
{
    /// <summary>The steps of a nested deployment; none of a resource.</summary>
    public List<DeploymentStep> Inner { get; } = [];

    /// <summary>The steps that Azure finishes before it starts this one.</summary>
    public HashSet<DeploymentStep> DependsOn { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Its name as the template has it; empty where that is no text.</summary>
    public string Name { get; } = Element.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : "";

    /// <summary>The name for people: the resource's own, or where that is an expression the template's name for it, or else the expression.</summary>
    public string Display => !Name.StartsWith('[') ? Name[(Name.LastIndexOf('/') + 1)..] : Symbol ?? LastWord(Name) ?? Quotation.Shorten(Name.Trim('[', ']'));

    /// <summary>True where a condition may leave it out, so that nothing can be said of it.</summary>
    public bool IsConditional => Element.TryGetProperty("condition", out var condition) && condition.ValueKind != JsonValueKind.True;

    /// <summary>All that is finished before this step starts.</summary>
    public HashSet<DeploymentStep> Before()
    {
        var before = new HashSet<DeploymentStep>(ReferenceEqualityComparer.Instance);
        var open = new Stack<DeploymentStep>(DependenciesWithParents());
        while (open.TryPop(out var step))
        {
            if (before.Add(step))
            {
                step.Inner.ForEach(open.Push);
                step.DependenciesWithParents().ToList().ForEach(open.Push);
            }
        }

        return before;
    }

    /// <inheritdoc/>
    public bool Equals(DeploymentStep? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>The texts in quotes of an expression.</summary>
    public static IEnumerable<string> Quoted(string expression)
    {
        for (var start = expression.IndexOf('\'', StringComparison.Ordinal); start >= 0;)
        {
            var end = expression.IndexOf('\'', start + 1);
            if (end < 0)
            {
                yield break;
            }

            yield return expression[(start + 1)..end];
            start = expression.IndexOf('\'', end + 1);
        }
    }

    private IEnumerable<DeploymentStep> DependenciesWithParents()
    {
        for (var step = this; step is not null; step = step.Parent)
        {
            foreach (var dependency in step.DependsOn)
            {
                yield return dependency;
            }
        }
    }

    /// <summary>The text in quotes with which an expression like <c>[format('{0}/{1}', 'policy', 'group')]</c> ends, if it does.</summary>
    private static string? LastWord(string expression) =>
        expression.LastIndexOf(", '", StringComparison.Ordinal) is > 0 and var start && expression.EndsWith("')]", StringComparison.Ordinal) && expression[(start + 3)..^3] is var word && !word.Contains('\'', StringComparison.Ordinal) ? word : null;
}
