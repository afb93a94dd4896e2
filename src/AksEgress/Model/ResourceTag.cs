namespace AksEgress.Model;

/// <summary>A tag on Azure resources.</summary>
/// <param name="Name">1 to 512 characters, without <c>&lt; &gt; % &amp; \ ? /</c> (Azure Resource Manager).</param>
/// <param name="Value">0 to 256 characters.</param>
public sealed record ResourceTag(string Name, string Value) : Node;
