namespace AksEgress.Testing;

/// <summary>By an interface of this name, in whatever namespace, xunit tells what failed from what broke.</summary>
#pragma warning disable CA1040 // The name is all.
internal interface IAssertionException;
#pragma warning restore CA1040
