using AksEgress.Diagnostics;
using AksEgress.Import;
using AksEgress.Tests.Compilation;
using AksEgress.Tests.Infrastructure;

namespace AksEgress.Tests.Import;

/// <summary>Each finding of an import, made by the smallest source that has it, at its place.</summary>
public sealed class ImportDiagnosticsTests
{
    private const string Network = """{ "type": "Microsoft.Network/virtualNetworks", "name": "v", "location": "westeurope", "addressSpace": { "addressPrefixes": [ "10.0.0.0/16" ] } }""";

    public static TheoryData<string, string, int, int, string> Json => new()
    {
        { "AKSE5001", "[ 1,", 1, 4, "no JSON from here on" },
        { "AKSE5001", "{ \"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#\" }", 0, 0, "This is a parameters file" },
        { "AKSE5001", "{ \"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\" }", 0, 0, "with the Bicep CLI" },
        { "AKSE5002", "[]", 0, 0, "no firewall" },
        { "AKSE5003", "[ { \"type\": \"Microsoft.Network/azureFirewalls\", \"name\": \"a\", \"etag\": \"1\" },\n  { \"type\": \"Microsoft.Network/azureFirewalls\", \"name\": \"b\", \"etag\": \"1\" } ]", 1, 3, "2 firewalls: a, b" },
        { "AKSE5003", "[ { \"type\": \"Microsoft.Network/firewallPolicies\", \"name\": \"a\", \"etag\": \"1\" },\n  { \"type\": \"Microsoft.Network/firewallPolicies\", \"name\": \"b\", \"etag\": \"1\" } ]", 1, 3, "2 firewall policies" },
        { "AKSE5010", $"[ {Network},\n  {{ \"type\": \"Microsoft.Storage/storageAccounts\", \"name\": \"logs\" }} ]", 2, 3, "Microsoft.Storage/storageAccounts" },
        { "AKSE5011", $"[ {Network},\n  1 ]", 2, 3, "A resource is an object" },
        { "AKSE5011", $"[ {Network},\n  {{ \"name\": \"x\" }} ]", 2, 3, "'type' and 'name'" },
        { "AKSE5011", "[ { \"type\": \"Microsoft.Network/virtualNetworks\", \"name\": \"v\",\n  \"addressSpace\": { \"addressPrefixes\": [ 7 ] } } ]", 2, 42, "'7'" },
        { "AKSE5012", "[ { \"type\": \"Microsoft.Network/azureFirewalls\", \"name\": \"fw\", \"firewallPolicy\": { \"id\": \"/x/providers/Microsoft.Network/firewallPolicies/p\" } } ]", 0, 0, "The firewall policy 'p' is not in the source" },
        { "AKSE5012", "[ { \"type\": \"Microsoft.Network/azureFirewalls\", \"name\": \"fw\", \"location\": \"eastus\" } ]", 1, 3, "listed without its properties" },
        { "AKSE5013", $"[ {Network.Replace("10.0.0.0/16", "fd00::/8", StringComparison.Ordinal)} ]", 1, 105, "fd00::/8" },
        { "AKSE5014", """[ { "type": "Microsoft.Network/azureFirewalls", "name": "fw", "etag": "1" }, { "type": "Microsoft.Network/routeTables", "name": "t", "routes": [ { "name": "d", "addressPrefix": "0.0.0.0/0", "nextHopType": "VirtualAppliance", "nextHopIpAddress": "10.0.0.9" } ] } ]""", 0, 0, "10.0.0.9, which default routes lead to" },
        { "AKSE5014", $$"""[ { "type": "Microsoft.Network/azureFirewalls", "name": "fw", "ipConfigurations": [ { "name": "c", "subnet": { "id": "/providers/Microsoft.Network/virtualNetworks/v/subnets/AzureFirewallSubnet" } } ] }, { "id": "/providers/Microsoft.Network/virtualNetworks/v", {{Network[1..^1]}}, "dhcpOptions": { "dnsServers": [ "[reference('Microsoft.Network/azureFirewalls/fw').ipConfigurations[0].properties.privateIPAddress]" ] }, "subnets": [ { "name": "AzureFirewallSubnet", "addressPrefix": "10.0.2.0/26" } ] } ]""", 1, 204, "10.0.2.4, the first free one of its subnet" },
    };

    [Theory]
    [MemberData(nameof(Json))]
    public async Task Of_json(string code, string json, int line, int column, string message)
    {
        var source = await Survival.ReadAsync(json);

        var finding = Assert.Single(source.Diagnostics, finding => finding.Code == code && finding.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal((line, column), (finding.Span.Line, finding.Span.Column));
    }

    public static TheoryData<string, string, string?, string> Bicep => new()
    {
        { "AKSE5004", "resource x", null, "BCP" },
        { "AKSE5005", $"param on bool\n{Resource("if (on)")}", null, "--parameters on=…" },
        { "AKSE5006", Resource(""), "none=1", "no parameter 'none'" },
        { "AKSE5006", $"param count int\n{Resource("")}", "count=three", "of type int" },
        { "AKSE5020", $"resource policy 'Microsoft.Network/firewallPolicies@2024-07-01' existing = {{ name: 'p' }}\n{Group("first")}\n{Group("second")}\n{Resource("")}", null, "'first' and 'second' may be deployed at the same time" },
        { "AKSE5007", $"param place string\n{Resource("", "place")}", null, "'place' has no value" },
    };

    [Theory]
    [MemberData(nameof(Bicep))]
    public async Task Of_bicep(string code, string bicep, string? parameter, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("main.bicep", bicep);
        await using var reader = new TopologySourceReader(new() { BicepPath = RealBicepCli.Path, Parameters = parameter is null ? [] : [parameter] });

        var source = await reader.ReadAsync(Path.Combine(folder.Path, "main.bicep"), "main.bicep", TestContext.Current.CancellationToken);

        Assert.Contains(source.Diagnostics, finding => finding.Code == code && finding.Message.Contains(message, StringComparison.Ordinal) && finding.Span.File?.EndsWith("main.bicep", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Every_code_is_made_here() =>
        Assert.Equal(ImportDiagnostics.All.Select(descriptor => descriptor.Code), Json.Select(row => row.Data.Item1).Concat(Bicep.Select(row => row.Data.Item1)).Concat(DeploymentOrderTests.Codes).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_parameter_whose_name_is_no_identifier_gets_into_no_file()
    {
        await using var reader = new TopologySourceReader(new() { BicepPath = RealBicepCli.Path });
        const string template = """{ "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0", "parameters": { "x = loadTextContent('/etc/hostname') //": { "type": "string" } }, "resources": [] }""";
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(template));

        var source = await reader.ReadAsync(stream, "main.json", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("AKSE5005", Assert.Single(source.Diagnostics, finding => finding.Severity == DiagnosticSeverity.Error).Code);
    }

    [Fact]
    public async Task Of_a_code_only_so_many_are_listed()
    {
        var source = await Survival.ReadAsync($"[ {Network}{string.Concat(Enumerable.Range(0, 3_000).Select(number => $",\n{number}"))} ]");

        Assert.Equal(ImportFindings.MaxOfACode + 1, source.Diagnostics.Count(finding => finding.Code == "AKSE5011"));
        Assert.Contains(source.Diagnostics, finding => finding.Message.Contains("The others are not listed", StringComparison.Ordinal));
    }

    private static string Group(string name) =>
        $$"""
        resource {{name}} 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@2024-07-01' = {
          parent: policy
          name: '{{name}}'
          properties: { priority: 200 }
        }
        """;

    private static string Resource(string condition, string location = "'westeurope'") =>
        $$"""
        resource table 'Microsoft.Network/virtualNetworks@2024-07-01' = {{condition}} {
          name: 'v'
          location: {{location}}
          properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } }
        }
        """;
}
