namespace AksEgress.CommandLine.Console;

/// <summary>What a text means, for terminals with colour.</summary>
internal enum Tone
{
    Plain,
    Good,
    Caution,
    Bad,
    Strong,
    Quiet,
}
