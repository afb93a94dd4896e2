namespace Microsoft.Build.Framework;

/// <summary>
/// Tells MSBuild, which looks for this name only, that a task depends on no state of the process and may run in it beside others (<c>-mt</c>).
/// The public attribute of this name is newer (18.3) than the oldest MSBuild that the package supports.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
