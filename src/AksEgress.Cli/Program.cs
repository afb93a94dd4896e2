using AksEgress.CommandLine;
using AksEgress.CommandLine.Console;

return await CommandRunner.RunAsync(args, SystemTerminal.Open());
