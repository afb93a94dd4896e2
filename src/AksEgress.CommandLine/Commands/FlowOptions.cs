using System.CommandLine;
using AksEgress.Analysis;

namespace AksEgress.CommandLine.Commands;

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

    /// <summary>True when something says where the flow goes.</summary>
    public bool SaysTarget(ParseResult arguments) => arguments.GetValue(_short) is not null || arguments.GetValue(_to) is not null;

    /// <summary>The flow; null where none is said and none is wanted.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="isWanted">Whether there must be one.</param>
    /// <param name="shortTo">What stands elsewhere in place of the short form. Default: nothing.</param>
    /// <exception cref="BadInputException">It cannot be read, is missing, or is not wanted.</exception>
    public Flow? Read(ParseResult arguments, bool isWanted, string? shortTo)
    {
        var problem = "";
        var target = new FlowText();
        if ((shortTo ?? arguments.GetValue(_short)) is { } written && !FlowText.TryParse(written, out target, out problem))
        {
            throw new BadInputException(problem);
        }

        var text = new FlowText
        {
            From = arguments.GetValue(_from),
            To = Either(arguments.GetValue(_to), target.To, "where the flow goes"),
            Port = Either(arguments.GetValue(_port), target.Port, "the port"),
            Protocol = Either(arguments.GetValue(_protocol), target.Protocol, "the protocol"),
            Address = arguments.GetValue(_address),
        };
        if (!isWanted)
        {
            return text == new FlowText() ? null : throw new BadInputException("--flows has all flows; leave the others out.");
        }

        return text.To is null ? throw new BadInputException("Say where the flow goes, such as mcr.microsoft.com or udp://ntp.ubuntu.com:123. 'explain --help' has examples.")
            : text.TryRead(out var flow, out problem) ? flow
            : throw new BadInputException(problem);
    }

    private static T? Either<T>(T? first, T? second, string what) =>
        first is not null && second is not null ? throw new BadInputException($"The command says {what} twice. Say it once.") : first ?? second;
}
