namespace AksEgress.Rendering;

/// <summary>A Bicep array made by a loop: <c>[for i in range(0, 3): {…}]</c>.</summary>
/// <param name="Head">What stands between <c>for</c> and the colon.</param>
/// <param name="Body">One element.</param>
internal sealed record BicepLoop(string Head, object Body);
