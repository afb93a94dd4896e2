using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>A flow as somebody wrote it down, part by part. What is left out has a default, but for <see cref="To"/>.</summary>
public sealed record FlowText
{
    private static readonly Dictionary<string, FlowProtocol> _protocols = Enum.GetValues<FlowProtocol>().ToDictionary(DocumentWord.Of, StringComparer.OrdinalIgnoreCase);

    /// <summary>An address, the name of a subnet, or <c>any pod</c>. Default: any pod.</summary>
    public string? From { get; init; }

    /// <summary>A host, an address, <c>frontend</c>, <c>frontend-2</c> …</summary>
    public string? To { get; init; }

    /// <summary>The address that the host has. Default: none, any public address.</summary>
    public string? Address { get; init; }

    /// <summary>The destination port. Default: 443 for HTTPS, 80 for HTTP, 1433 for MSSQL; TCP and UDP have none, ICMP takes none.</summary>
    public int? Port { get; init; }

    /// <summary><c>tcp</c>, <c>udp</c>, <c>icmp</c>, <c>http</c>, <c>https</c> or <c>mssql</c>. Default: <c>http</c> on port 80, <c>mssql</c> on port 1433, else <c>https</c>.</summary>
    public string? Protocol { get; init; }

    /// <summary>The words for <see cref="Protocol"/>.</summary>
    public static IReadOnlyCollection<string> Protocols => _protocols.Keys;

    /// <summary>Reads the short form of where a flow goes: <c>mcr.microsoft.com</c>, <c>1.2.3.4:443</c>, <c>udp://ntp.ubuntu.com:123</c>. Never throws, whatever was written.</summary>
    /// <param name="target">Protocol, host or address, and port, in one; protocol and port may be left out.</param>
    /// <param name="text">The parts.</param>
    /// <param name="problem">What is wrong, and what to write instead.</param>
    public static bool TryParse(string target, [NotNullWhen(true)] out FlowText? text, [NotNullWhen(false)] out string? problem)
    {
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        var (protocol, rest) = scheme < 0 ? (null, target) : (target[..scheme], target[(scheme + 3)..]);
        var colon = rest.LastIndexOf(':');
        var port = 0;
        var isRead = colon < 0 || int.TryParse(rest.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port);
        text = isRead ? new() { Protocol = protocol, To = colon < 0 ? rest : rest[..colon], Port = colon < 0 ? null : port } : null;
        problem = isRead ? null : $"'{target}' is not a host or address with a port. Write mcr.microsoft.com:443.";
        return isRead;
    }

    /// <summary>The flow that is meant, or why there is none. Never throws, whatever was written.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="problem">What is wrong, and what to write instead.</param>
    public bool TryRead([NotNullWhen(true)] out Flow? flow, [NotNullWhen(false)] out string? problem)
    {
        flow = null;
        var address = default(Ipv4Address);
        if (To is null)
        {
            problem = "The flow does not say where it goes. Write a host, an address or a frontend of the firewall as 'to'.";
            return false;
        }

        if (new[] { From, To, Address }.FirstOrDefault(IsIpv6) is { } ipv6)
        {
            problem = $"'{ipv6}' is an IPv6 address, and the rules of Azure Firewall have IPv4 addresses alone. Ask for the IPv4 address.";
            return false;
        }

        if (!FlowTarget.TryParse(To, out var target, out var wrong) || (Address is not null && !Ipv4Address.TryParse(Address, out address, out wrong)))
        {
            problem = wrong.Message;
            return false;
        }

        if (Address is not null && target.Host is null)
        {
            problem = $"An address is of a host, and '{To}' is none. Leave it out.";
            return false;
        }

        if (!FlowSource.TryParse(From ?? FlowSource.AnyPod.ToString(), out var source))
        {
            problem = "'from' is empty. Write an address, the name of a subnet, or 'any pod'.";
            return false;
        }

        if (!_protocols.TryGetValue(Protocol ?? UsualProtocol(Port), out var protocol))
        {
            problem = $"'{Protocol}' is no protocol. {NearestWord.Suggest(Protocol!, Protocols)}";
            return false;
        }

        problem = PortProblem(protocol);
        flow = problem is not null ? null : new()
        {
            From = source,
            To = target,
            Address = Address is null ? null : address,
            Port = Port ?? DefaultPort(protocol),
            Protocol = protocol,
        };
        return flow is not null;
    }

    /// <summary>What is wrong with a number that is no port.</summary>
    internal static string NoPort(string number) => $"{number} is no port. Write a number from 1 to 65535.";

    private static bool IsIpv6(string? text) => text?.Contains(':', StringComparison.Ordinal) == true && IPAddress.TryParse(text, out _);

    private string? PortProblem(FlowProtocol protocol) => (protocol, Port ?? DefaultPort(protocol)) switch
    {
        (FlowProtocol.Icmp, 0) => null,
        (FlowProtocol.Icmp, _) => "ICMP has no port. Leave it out.",
        (FlowProtocol.Tcp or FlowProtocol.Udp, 0) when Port is null => $"With {DocumentWord.Of(protocol)} the port must be said.",
        (_, >= 1 and <= 65535) => null,
        (_, var port) => NoPort(port.ToString(CultureInfo.InvariantCulture)),
    };

    private static string UsualProtocol(int? port) => port switch
    {
        80 => "http",
        1433 => "mssql",
        _ => "https",
    };

    private static int DefaultPort(FlowProtocol protocol) => protocol switch
    {
        FlowProtocol.Https => 443,
        FlowProtocol.Http => 80,
        FlowProtocol.Mssql => 1433,
        _ => 0,
    };
}
