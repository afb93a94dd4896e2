using AksEgress.Cli.Tests.Infrastructure;

namespace AksEgress.Cli.Tests;

/// <summary><c>aks-egress explain</c> with one flow.</summary>
public sealed class ExplainTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, "allow  any pod → mcr.microsoft.com https/443", "mcr.microsoft.com")]
    [InlineData(0, "allow  any pod → mcr.microsoft.com https/443", "mcr.microsoft.com:443")]
    [InlineData(1, "deny  any pod → example.com https/443", "--to", "example.com")]
    [InlineData(1, "deny  any pod → example.com http/80", "example.com", "--protocol", "http")]
    [InlineData(1, "deny  any pod → example.com http/80", "example.com:80")]
    [InlineData(1, "deny  any pod → example.com mssql/1433", "example.com:1433")]
    [InlineData(1, "deny  any pod → example.com https/8443", "example.com:8443")]
    [InlineData(1, "deny  any pod → example.com https/80", "example.com:80", "--protocol", "https")]
    [InlineData(0, "allow  any pod → ntp.ubuntu.com udp/123", "udp://ntp.ubuntu.com:123")]
    [InlineData(1, "depends  any pod → other.azmk8s.io https/443", "other.azmk8s.io")]
    [InlineData(0, "allow  aks-subnet → ntp.ubuntu.com udp/123", "--from", "aks-subnet", "--to", "ntp.ubuntu.com", "--port", "123", "--protocol", "udp")]
    [InlineData(0, "allow  198.51.100.7 → frontend tcp/80", "--from", "198.51.100.7", "frontend:80", "--protocol", "tcp")]
    public async Task It_answers_with_a_verdict(int code, string firstLine, params string[] flow)
    {
        var result = (await _folder.RunAsync(["explain", Folder.Walkthrough, .. flow])).Exits(code);

        Assert.Equal(firstLine, result.Lines[0]);
        Assert.Contains("Way", result.Lines);
    }

    [Theory]
    [InlineData("Say where the flow goes")]
    [InlineData("Did you mean 'aks-subnet'?", "--from", "aks-sunbet", "a.b")]
    [InlineData("With tcp the port must be said", "a.b", "--protocol", "tcp")]
    [InlineData("The command says where the flow goes twice", "a.b", "--to", "a.c")]
    [InlineData("The command says the port twice", "a.b:443", "--port", "443")]
    [InlineData("not a host or address with a port", "a.b:https")]
    [InlineData("is not a fully qualified domain name", "localhost")]
    [InlineData("--flows has all flows", "a.b", "--flows", "f.jsonl")]
    [InlineData("f.jsonl: error AKSE0001: The file of flows cannot be read. There is no such file.", "--flows", "f.jsonl")]
    [InlineData("no.json: error AKSE0001: The file of service tags cannot be read. There is no such file.", "a.b", "--service-tags", "no.json")]
    [InlineData(".: error AKSE0001: The file of service tags cannot be read. It is a folder. Name a file.", "a.b", "--service-tags", ".")]
    [InlineData("The command says the protocol twice", "udp://a.b:53", "--protocol", "udp")]
    [InlineData("htps", "htps://a.b")]
    [InlineData("htps", "a.b", "--protocol", "htps")]
    public async Task Bad_input_gives_2(string message, params string[] flow) =>
        Assert.Contains(message, (await _folder.RunAsync(["explain", Folder.Walkthrough, .. flow])).Exits(2).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("alow: [ghcr]", "error AKSE1009")]
    [InlineData("publish: [{ service: a, port: 80, subnet: none-such }]", "error AKSE")]
    public async Task A_document_with_errors_gives_2_and_them(string more, string message)
    {
        _folder.Write("shop.egress.yaml", Folder.Document(more: more));
        var result = (await _folder.RunAsync("explain", "shop.egress.yaml", "a.b")).Exits(2);

        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Equal("error", (await _folder.RunAsync("explain", "shop.egress.yaml", "a.b", "--format", "json")).Exits(2).Json.GetProperty("diagnostics")[0].GetProperty("severity").GetString());
    }

    [Theory]
    [InlineData("no.egress.yaml", "There is no such file. Check its name and folder.")]
    [InlineData("none/no.egress.yaml", "There is no such file. Check its name and folder.")]
    public async Task A_document_that_cannot_be_read_gives_2_and_the_reason(string file, string reason)
    {
        Assert.Equal($"{file}: error AKSE0001: The document cannot be read. {reason}\n", (await _folder.RunAsync("explain", file, "a.b")).Exits(2).Error);
        var json = (await _folder.RunAsync("explain", file, "a.b", "--format", "json")).Exits(2);
        Assert.Equal("AKSE0001", json.Json.GetProperty("diagnostics")[0].GetProperty("code").GetString());
        Assert.Empty(json.Error);
    }

    [Fact]
    public async Task The_document_comes_from_standard_input() =>
        (await _folder.RunWithInputAsync(Folder.Document(), ["explain", "-", "mcr.microsoft.com"])).Exits(0);

    [Fact]
    public async Task Json_is_one_object()
    {
        var json = (await _folder.RunAsync("explain", Folder.Walkthrough, "mcr.microsoft.com", "--format", "json")).Exits(0).Json;

        Assert.Equal("allow", json.GetProperty("verdict").GetString());
        Assert.Equal("application", json.GetProperty("stage").GetString());
        Assert.Equal("fqdn", json.GetProperty("rule").GetProperty("name").GetString());
        Assert.Equal("symmetric", json.GetProperty("return").GetString());
    }

    [Fact]
    public async Task Service_tags_of_microsofts_file_decide()
    {
        _folder.Write("tags.json", """{"values":[{"name":"AzureCloud.eastus","properties":{"addressPrefixes":["20.1.0.0/16"]}}]}""");
        string[] flow = ["explain", Folder.Walkthrough, "20.1.2.3:1194", "--protocol", "udp"];

        Assert.StartsWith("depends", (await _folder.RunAsync(flow)).Exits(1).Output, StringComparison.Ordinal);
        Assert.StartsWith("allow", (await _folder.RunAsync([.. flow, "--service-tags", "tags.json"])).Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frontend_that_the_firewall_does_not_have_gives_2() =>
        Assert.Contains("its frontends are 1 to 20", (await _folder.RunAsync("explain", Folder.Walkthrough, "--from", "198.51.100.7", "--to", "frontend-21", "--port", "80", "--protocol", "tcp")).Exits(2).Error, StringComparison.Ordinal);
}
