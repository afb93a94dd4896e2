using System.Text.Json.Nodes;

namespace AksEgress.Tests.Rendering;

/// <summary>A resource of a compiled template.</summary>
/// <param name="Module">The module that holds it.</param>
/// <param name="Symbol">Its symbolic name there.</param>
/// <param name="Body">The resource.</param>
internal sealed record DeployedResource(string Module, string Symbol, JsonNode Body)
{
    public string Name => $"{Module}/{Symbol}";
}
