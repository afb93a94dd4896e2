namespace AksEgress.Model;

/// <summary>A Kubernetes label.</summary>
/// <param name="Name">Name, up to 63 characters, with an optional DNS prefix and a slash.</param>
/// <param name="Value">Value, up to 63 characters.</param>
public sealed record Label(string Name, string Value) : Node;
