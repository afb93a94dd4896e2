using System.Text.Json.Nodes;
using AksEgress.Model;
using AksEgress.Parsing;

namespace AksEgress.Tests.Parsing.Schema;

/// <summary>The forms of values. Where a form takes more than the reader does, the reader says so with a reason.</summary>
internal static class ValueForms
{
    private const string Octet = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private const string Address = $@"{Octet}(\.{Octet}){{3}}";
    private const string Prefix = $"{Address}/(3[0-2]|[12]?[0-9])";
    private const string Port = "[1-9][0-9]{0,4}";
    private const string Label = "[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";
    private const string Host = $@"{Label}(\.{Label})+\.?";
    private const string Tag = @"[A-Za-z][A-Za-z0-9.]{0,79}";

    private static readonly Dictionary<Type, Func<JsonObject>> _forms = new()
    {
        // All scalars are text until a key asks for something else.
        [typeof(string)] = () => new() { ["type"] = new JsonArray("string", "number", "boolean") },
        [typeof(int)] = () => new() { ["type"] = "integer" },
        [typeof(bool)] = () => new() { ["type"] = "boolean" },
        [typeof(DateOnly)] = () => Text("[0-9]{4}-[0-9]{2}-[0-9]{2}", "2027-01-31"),
        [typeof(Ipv4Address)] = () => Text(Address, "10.42.2.4"),
        [typeof(Cidr)] = () => Text(Prefix, "10.42.1.0/24"),
        [typeof(AddressRange)] = () => Text($@"\*|{Prefix}|{Address}(-{Address})?", "10.42.1.0/24", "10.0.0.1-10.0.0.9", "*"),
        [typeof(ServiceTag)] = () => Text(Tag, "AzureMonitor", "AzureCloud.eastus"),
        [typeof(FqdnTag)] = () => Text(Tag, "AzureKubernetesService"),
        [typeof(Fqdn)] = () => Text(Host, "api.contoso.com"),
        [typeof(FqdnPattern)] = () => Text($@"\*|{Host}|\*[A-Za-z0-9_-]*(\.{Label})+\.?", "api.contoso.com", "*.contoso.com"),
        [typeof(RouteDestination)] = () => Text($"frontends|{Prefix}|{Tag}", "0.0.0.0/0", "frontends"),
        [typeof(DnatDestination)] = () => Text($"frontend(-0*[1-9][0-9]*)?|{Address}", "frontend", "frontend-2"),
        [typeof(ApplicationProtocol)] = () => Text($"[hH][tT][tT][pP][sS]?(:{Port})?", "https", "http", "https:8443"),
        [typeof(PortRange)] = () => Number(1, 65535, $@"\*|{Port}(-{Port})?", "443", "8000-8080", "*"),
        [typeof(IncludePath)] = () => Text(@"[^/~\\][^\\]*", "shared/partners.rules.yaml"),
        [typeof(Priority)] = () => Number(Priority.Highest, Priority.Lowest, "[1-9][0-9]{2,4}", "100"),
    };

    public static JsonObject Of(Type type) => _forms[type]();

    private static JsonObject Text(string pattern, params string[] examples) => new()
    {
        ["type"] = "string",
        ["pattern"] = $"^({pattern})$",
        ["examples"] = new JsonArray([.. examples.Select(example => (JsonNode)example)]),
    };

    private static JsonObject Number(int least, int greatest, string pattern, params string[] examples) => new()
    {
        ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "integer", ["minimum"] = least, ["maximum"] = greatest }, Text(pattern, examples)),
    };
}
