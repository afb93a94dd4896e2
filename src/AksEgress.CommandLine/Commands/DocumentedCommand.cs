using System.CommandLine;

namespace AksEgress.CommandLine.Commands;

/// <summary>A command with examples. Each is one class; <see cref="CommandRunner"/> lists them.</summary>
internal abstract class DocumentedCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines, each with what it is for.</summary>
    public abstract IReadOnlyList<(string Command, string Purpose)> Examples { get; }
}
