using System.CommandLine;
using System.Globalization;
using AksEgress.Analysis;

namespace AksEgress.Cli.Commands;

/// <summary>The arguments that say a flow.</summary>
internal sealed class FlowOptions
{
    private readonly Argument<string?> _short = new("to") { Description = "Where the flow goes, short for --to, --port and --protocol: mcr.microsoft.com, 1.2.3.4:443, udp://ntp.ubuntu.com:123.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _from = new("--from") { Description = "An address, the name of a subnet, or 'any pod'. Default: any pod." };
    private readonly Option<string?> _to = new("--to") { Description = "A host, an address, or a public frontend of the firewall (frontend, frontend-2 …)." };
    private readonly Option<int?> _port = new("--port") { Description = "The destination port. Default: 443 for https, 80 for http, 1433 for mssql." };
    private readonly Option<string?> _protocol = new Option<string?>("--protocol") { Description = "What the flow speaks. Default: http on port 80, mssql on port 1433, and https on all others, also where they are usual for something else." }.AcceptOnlyFromAmong([.. FlowText.Protocols]);
    private readonly Option<string?> _address = new("--address") { Description = "The address that the host has. Default: any public address." };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_short);
        foreach (var option in (Option[])[_from, _to, _port, _protocol, _address])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The flow; null where none is said and none is wanted.</summary>
    /// <exception cref="BadInputException">It cannot be read, is missing, or is not wanted.</exception>
    public Flow? Read(ParseResult arguments, bool isWanted)
    {
        var (shortProtocol, shortTo, shortPort) = Split(arguments.GetValue(_short));
        var text = new FlowText
        {
            From = arguments.GetValue(_from),
            To = Either(arguments.GetValue(_to), shortTo, "where the flow goes"),
            Port = Either(arguments.GetValue(_port), shortPort, "the port"),
            Protocol = Either(arguments.GetValue(_protocol), shortProtocol, "the protocol"),
            Address = arguments.GetValue(_address),
        };
        if (!isWanted)
        {
            return text == new FlowText() ? null : throw new BadInputException("--flows has all flows; leave the others out.");
        }

        return text.To is null ? throw new BadInputException("Say where the flow goes: aks-egress explain shop.egress.yaml mcr.microsoft.com")
            : text.TryRead(out var flow, out var problem) ? flow
            : throw new BadInputException(problem);
    }

    private static T? Either<T>(T? first, T? second, string what) =>
        first is not null && second is not null ? throw new BadInputException($"The command says {what} twice. Say it once.") : first ?? second;

    private static (string? Protocol, string? To, int? Port) Split(string? text)
    {
        var scheme = text?.IndexOf("://", StringComparison.Ordinal) ?? -1;
        var (protocol, rest) = scheme < 0 ? (null, text) : (text![..scheme], text[(scheme + 3)..]);
        var colon = rest?.LastIndexOf(':') ?? -1;
        return colon < 0 ? (protocol, rest, null)
            : int.TryParse(rest.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? (protocol, rest![..colon], port)
            : throw new BadInputException($"'{text}' is not a host or address with a port. Write mcr.microsoft.com:443.");
    }
}
