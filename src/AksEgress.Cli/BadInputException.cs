namespace AksEgress.Cli;

/// <summary>Somebody asked for what cannot be; the message says what to write instead.</summary>
internal sealed class BadInputException(string message) : Exception(message);
