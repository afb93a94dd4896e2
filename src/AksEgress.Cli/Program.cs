using AksEgress.Cli;
using AksEgress.Cli.Console;

return await CommandLine.RunAsync(args, SystemTerminal.Open());
