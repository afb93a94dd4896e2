using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using AksEgress.Diagnostics;

namespace AksEgress.CommandLine;

/// <summary>Finds what is wrong with a command line as such.</summary>
internal static partial class UsageProblem
{
    /// <summary>What is wrong, and what was probably meant; null when the command can run.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="program">How the program is called.</param>
    public static string? Of(ParseResult result, string program)
    {
        // Help and completion take what is there.
        if (result.Action is not (null or ParseErrorAction) && result.Action != result.CommandResult.Command.Action)
        {
            return null;
        }

        var commands = result.CommandResult.Command.Subcommands.Select(command => command.Name).ToList();
        var problem = UnknownOption(result)
            ?? (commands.Count == 0 ? null
                : result.UnmatchedTokens is [var word, ..] ? $"There is no command '{word}'. {NearestWord.Suggest(word, commands)}"
                : $"Which command? {NearestWord.Advise(null, commands)}")
            ?? (result.Errors is [] ? null : string.Join(' ', result.Errors.Select(error => error.Message)));
        return problem is null ? null : $"{problem} '{string.Join(' ', Path(result.CommandResult, program).Reverse())} --help' says more.";
    }

    /// <summary>A mistyped option would else be a value, such as the name of a file. What begins with a hyphen is one after '--'.</summary>
    private static string? UnknownOption(ParseResult result)
    {
        foreach (var token in result.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash))
        {
            if (token.Type == TokenType.Argument && OptionPattern().IsMatch(token.Value))
            {
                var name = token.Value.Split('=', ':')[0];
                return $"There is no option '{name}'. {NearestWord.Suggest(name, [.. Options(result.CommandResult).Distinct()])}";
            }
        }

        return null;
    }

    private static IEnumerable<string> Options(CommandResult result) =>
        [.. result.Command.Options.Select(option => option.Name), .. result.Parent is CommandResult parent ? parent.Command.Options.Where(option => option.Recursive).Select(option => option.Name) : []];

    private static IEnumerable<string> Path(CommandResult result, string program) =>
        [result.Command is RootCommand ? program : result.Command.Name, .. result.Parent is CommandResult parent ? Path(parent, program) : []];

    [GeneratedRegex("^--?[A-Za-z]")]
    private static partial Regex OptionPattern();
}
