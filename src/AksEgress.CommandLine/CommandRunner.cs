using System.CommandLine;
using System.CommandLine.Help;
using AksEgress.CommandLine.Commands;
using AksEgress.CommandLine.Console;
using AksEgress.Compilation;

namespace AksEgress.CommandLine;

/// <summary>The command <c>aks-egress</c>.</summary>
internal static class CommandRunner
{
    /// <summary>Runs one command to its exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal)
    {
        var isVerbose = false;
        ParseResult? result = null;
        try
        {
            // '@file' is how az takes a parameters file, not a file of arguments.
            result = Create(terminal).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            isVerbose = VerboseOption.Of(result);
            if (UsageProblem.Of(result, terminal.Program.Command) is { } problem)
            {
                return Fail(terminal, problem, ExitCode.BadInput);
            }

            var code = await result.InvokeAsync(new() { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false });
            terminal.Flush();
            return code;
        }
        catch (BadInputException e) when (e.Findings is { } findings)
        {
            new FindingsReport(terminal, OutputFormat.Of(result!)).WriteBadInput(findings);
            terminal.Flush();
            return ExitCode.BadInput;
        }
        catch (BadInputException e)
        {
            return Fail(terminal, e.Message, ExitCode.BadInput);
        }
        catch (BicepCliException e)
        {
            return Fail(terminal, e.Message, ExitCode.BadInput);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // Whatever it is, people get one message instead of a stack, and scripts a code that says whose fault it was.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var details = isVerbose ? $"\n{e}" : " --verbose shows where.";
            return Fail(terminal, $"{terminal.Program.Command} failed unexpectedly. Please report it with the document and the command: {e.GetType().Name}: {e.Message}{details}", ExitCode.OurFault);
        }
    }

    private static RootCommand Create(Terminal terminal)
    {
        var help = new HelpCommand(terminal);
        var root = new RootCommand("What can leave an AKS cluster behind Azure Firewall: checks documents (*.egress.yaml), templates and what is deployed, writes what deploys, and answers questions.")
        {
            new ValidateCommand(terminal),
            new BuildCommand(terminal),
            new ExplainCommand(terminal),
            new CoverageCommand(terminal),
            new ShadowCommand(terminal),
            new CapacityCommand(terminal),
            new DiffCommand(terminal),
            new ReportCommand(terminal),
            new ImportCommand(terminal),
            new SchemaCommand(terminal),
            new InitCommand(terminal),
            help,
        };
        help.Root = root;
        root.Options.Add(VerboseOption.Option());
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpWithExamples((HelpAction)option.Action!, terminal.Program);
        }

        return root;
    }

    /// <summary>Says why there is no answer.</summary>
    /// <returns>The exit code.</returns>
    public static int Fail(Terminal terminal, string message, int code)
    {
        terminal.Flush();
        terminal.StyledError.Write("error: ", Tone.Bad);
        terminal.StyledError.WriteLine(message);
        return code;
    }
}
