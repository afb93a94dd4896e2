using AksEgress.CommandLine.Console;
using AksEgress.Model;
using Spectre.Console;

namespace AksEgress.CommandLine.Init;

/// <summary>Asks on a terminal. On standard error, so that standard output has the result alone.</summary>
internal sealed class Questions(Terminal terminal)
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(terminal.Error) });

    /// <summary>A text that must not have a problem.</summary>
    public string Ask(string question, string answer, Func<string, string?> problemOf) =>
        _console.Prompt(new TextPrompt<string>(question).DefaultValue(answer)
            .Validate(text => problemOf(text) is { } problem ? ValidationResult.Error(Markup.Escape(problem)) : ValidationResult.Success()));

    /// <summary>The sets to allow.</summary>
    public IReadOnlyList<EndpointSet> AskSets(IReadOnlyList<EndpointSet> answer)
    {
        var prompt = new MultiSelectionPrompt<string>().Title("What may the cluster reach?").NotRequired().AddChoices(NewDocument.Sets.Keys);
        foreach (var set in answer)
        {
            prompt.Select(NewDocument.WordOf(set));
        }

        return [.. _console.Prompt(prompt).Select(word => NewDocument.Sets[word])];
    }
}
