using Scriban.Runtime;

namespace AksEgress.Rendering.Views;

/// <summary>An output of a module or of <c>main.bicep</c>.</summary>
internal sealed record ModuleOutput(string Name, string Type, string Description, BicepExpression Value)
{
    public ScriptObject ToScript() => new()
    {
        ["name"] = new BicepExpression(Name),
        ["type"] = new BicepExpression(Type),
        ["description"] = Description,
        ["value"] = Value,
    };
}
