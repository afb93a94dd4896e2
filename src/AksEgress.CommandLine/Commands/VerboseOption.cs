using System.CommandLine;

namespace AksEgress.CommandLine.Commands;

/// <summary>The option <c>--verbose</c> of every command.</summary>
internal static class VerboseOption
{
    private const string Name = "--verbose";

    /// <summary>Whether a command was asked to say more.</summary>
    public static bool Of(ParseResult arguments) => arguments.GetValue<bool>(Name);

    /// <summary>The option.</summary>
    public static Option<bool> Option() => new(Name) { Description = "Say more on standard error: all that was noticed in a template, the Bicep CLI's share of the time, the stack of an unexpected error.", Recursive = true };
}
