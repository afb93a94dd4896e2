namespace AksEgress.Analysis;

/// <summary>A line of a file of flows.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Flow">The flow, or null.</param>
/// <param name="Problem">Why there is none, or null.</param>
public sealed record FlowLine(int Number, Flow? Flow, string? Problem);
