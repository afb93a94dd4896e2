using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AksEgress.Model;

/// <summary>Protocol and port of an application rule.</summary>
/// <param name="Type">HTTP is matched by its Host header, HTTPS by the server name of the TLS handshake.</param>
/// <param name="Port">1 to 64000.</param>
public readonly record struct ApplicationProtocol(ApplicationProtocolType Type, int Port) : IModelValue<ApplicationProtocol>
{
    /// <summary>HTTP on port 80.</summary>
    public static ApplicationProtocol Http => new(ApplicationProtocolType.Http, 80);

    /// <summary>HTTPS on port 443.</summary>
    public static ApplicationProtocol Https => new(ApplicationProtocolType.Https, 443);

    /// <inheritdoc/>
    public static bool TryParse(string text, out ApplicationProtocol value, [NotNullWhen(false)] out ValueProblem? problem)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        value = (colon < 0 ? text : text[..colon]).ToLowerInvariant() switch { "http" => Http, "https" => Https, _ => default };
        var isValid = value.Port != 0;
        if (isValid && colon >= 0)
        {
            isValid = PortRange.TryParsePort(text.AsSpan(colon + 1), out var port);
            value = value with { Port = port };
        }

        problem = isValid ? null : new(ValueDiagnostics.Port, $"'{text}' is not a protocol of an application rule. Write http, https, or with a port such as https:8443.");
        return isValid;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Type == ApplicationProtocolType.Http ? "http" : "https")}:{Port}");
}
