using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text.RegularExpressions;
using AksEgress.CommandLine.Commands;
using AksEgress.CommandLine.Documents;

namespace AksEgress.CommandLine;

/// <summary>The usual help, and behind it the topologies of the program and examples of the command.</summary>
internal sealed partial class HelpWithExamples(HelpAction help, ProgramTopologies program) : SynchronousCommandLineAction
{
    private const string Document = "shop.egress.yaml";

    /// <inheritdoc/>
    public override bool ClearsParseErrors => help.ClearsParseErrors;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (!program.IsTool)
        {
            output.WriteLine($"Topologies of {program.FileName}:");
            output.WriteLine($"  {(program.Names is { Count: > 0 } names ? string.Join(", ", names) : program.NoTopology)}");
            output.WriteLine();
        }

        if (parseResult.CommandResult.Command is DocumentedCommand { Examples: { Count: > 0 } examples })
        {
            output.WriteLine("Examples:");
            foreach (var (command, purpose) in examples)
            {
                output.WriteLine($"  {(program.IsTool ? command : OfProgram(command))}");
                output.WriteLine($"      {purpose}");
            }

            output.WriteLine();
        }

        return code;
    }

    /// <summary>The example as it is with a topology of the program in place of the document.</summary>
    private string OfProgram(string example)
    {
        var start = example.IndexOf("aks-egress ", StringComparison.Ordinal);
        var arguments = ReadDocument().Replace(example[(start + "aks-egress".Length)..], program.Names.FirstOrDefault(Document));
        return $"{example[..start]}{program.Command}{arguments}";
    }

    // After -o it is a file that is written, and after 'main:' one of another time.
    [GeneratedRegex(@"(?<!-o |:)shop\.egress\.yaml")]
    private static partial Regex ReadDocument();
}
