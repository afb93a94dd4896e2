namespace AksEgress.Files;

/// <summary>A path leads to a pipe or a device.</summary>
#pragma warning disable CA1032 // Thrown in one place, always with the path.
internal sealed class NoRegularFileException(string path) : IOException($"'{Path.GetFileName(path)}' is a pipe or a device. Write what it gives to a file, and name that.");
#pragma warning restore CA1032
