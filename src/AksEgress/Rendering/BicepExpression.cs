namespace AksEgress.Rendering;

/// <summary>Bicep code that this library wrote: names of symbols, operators. Never data of a topology.</summary>
/// <param name="Code">The code; further lines are indented by the writer.</param>
internal sealed record BicepExpression(string Code);
