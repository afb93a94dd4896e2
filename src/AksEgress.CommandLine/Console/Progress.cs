using Spectre.Console;

namespace AksEgress.CommandLine.Console;

/// <summary>Shows that work goes on, where it takes over a second and somebody looks.</summary>
internal static class Progress
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    public static async Task<T> RunAsync<T>(Terminal terminal, string title, Task<T> work)
    {
        if (terminal.ShowsProgress && await Task.WhenAny(work, Task.Delay(_patience)) != work)
        {
            await ShowAsync(terminal.Error, title, work);
        }

        return await work;
    }

    private static Task ShowAsync(TextWriter error, string title, Task work) =>
        AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(error) }).Status().StartAsync(Markup.Escape(title), _ => work);
}
