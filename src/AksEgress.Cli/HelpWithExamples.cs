using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using AksEgress.Cli.Commands;

namespace AksEgress.Cli;

/// <summary>The usual help, and behind it examples of the command.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => help.ClearsParseErrors;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DocumentedCommand { Examples: { Count: > 0 } examples })
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var (command, purpose) in examples)
            {
                output.WriteLine($"  {command}");
                output.WriteLine($"      {purpose}");
            }

            output.WriteLine();
        }

        return code;
    }
}
