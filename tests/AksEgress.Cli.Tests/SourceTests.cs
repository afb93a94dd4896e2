using System.Text.RegularExpressions;
using AksEgress.Cli.Tests.Infrastructure;

namespace AksEgress.Cli.Tests;

/// <summary>Templates and deployed resources in place of documents.</summary>
public sealed partial class SourceTests : IDisposable
{
    private const string Cluster = """{ "id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/NAME", "name": "NAME", "type": "Microsoft.ContainerService/ManagedClusters", "location": "westeurope", "agentPoolProfiles": [] }""";

    private static readonly string _templates = Path.Combine(Metadata.RepositoryRoot, "tests", "AksEgress.Tests", "Import", "Templates");
    private static readonly string _deployed = Path.Combine(_templates, "deployed");
    private static readonly string _hub = Path.Combine(_templates, "hub", "hub-spoke.bicep");

    private readonly Folder _folder = new();

    /// <summary>Each command, its exit code and what its answer has, over deployed resources and over a template.</summary>
    public static TheoryData<string, string[], int, string, int, string> Commands => new()
    {
        { "explain", ["a.files.contoso.com"], 0, "allow  any pod → a.files.contoso.com https/443", 1, "deny  any pod → a.files.contoso.com https/443" },
        { "coverage", [], 1, "Write: allow:", 1, "Write: allow:" },
        { "shadow", [], 1, "Not all rules were looked at.", 1, "team/" },
        { "capacity", [], 0, "Enough", 0, "Enough" },
        { "report", ["--format", "markdown"], 0, "# Egress of `", 0, "# Egress of `" },
        { "validate", [], 1, "warning AKSE5011", 1, "warning AKSE5011" },
        { "import", [], 0, "name: aks\n", 0, "name: shop" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_takes_a_folder_of_deployed_resources(string command, string[] options, int code, string text, int templateCode, string templateText)
    {
        _ = (templateCode, templateText);
        var result = (await _folder.RunAsync([command, _deployed, .. options])).Exits(code);

        Assert.Contains(text, result.Output, StringComparison.Ordinal);
        Assert.Contains("AKSE5011: The IP group 'partners' is not in the source.", command == "validate" ? result.Output : result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_takes_a_template_and_starts_one_CLI(string command, string[] options, int code, string text, int templateCode, string templateText)
    {
        _ = (code, text);
        var result = (await _folder.RunAsync([command, _hub, "--parameters", "prefix=shop", "--bicep", CountingCli(), "--verbose", .. options])).Exits(templateCode);

        Assert.Contains(templateText, result.Output, StringComparison.Ordinal);
        Assert.Matches(ShareOfTime(), result.Error);
        Assert.Equal(1, Starts);
    }

    [Fact]
    public async Task A_document_and_its_own_template_come_to_the_same()
    {
        (await _folder.RunAsync("build", Folder.Walkthrough, "-o", "out", "--arm", "false")).Exits(0);
        var template = Directory.EnumerateFiles(_folder.PathOf("out"), "main.bicepparam", SearchOption.AllDirectories).Single();

        Assert.Equal(["Nothing changes: every connection becomes what it was before."], (await _folder.RunAsync("diff", Folder.Walkthrough, template, "--bicep", CountingCli())).Exits(0).Lines);
        Assert.Equal(1, Starts);
    }

    [Fact]
    public async Task Two_templates_take_one_CLI_and_a_change_is_told()
    {
        var after = (await File.ReadAllTextAsync(_hub, TestContext.Current.CancellationToken)).Replace("'*.contoso.com'", "'*.example.com'", StringComparison.Ordinal);
        _folder.Write("after.bicep", after);
        var result = (await _folder.RunAsync("diff", _hub, "after.bicep", "--parameters", "prefix=shop", "--bicep", CountingCli())).Exits(1);

        // Perhaps: the subnet has a network security group, whose rules are not read.
        Assert.Contains("may now perhaps reach *.example.com", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, Starts);
    }

    [Fact]
    public async Task What_somebody_changed_by_hand_is_the_difference_of_document_and_deployed()
    {
        const string Unread = "\"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/ipGroups/partners\"";
        CopyDeployed("then", Readable);
        CopyDeployed("now", text => Readable(text).Replace("*.contoso.com", "*.example.com", StringComparison.Ordinal));
        (await _folder.RunAsync("import", "then", "-o", "shop.egress.yaml")).Exits(0);

        (await _folder.RunAsync("diff", "shop.egress.yaml", "then")).Exits(0);
        Assert.Contains("may now reach *.example.com", (await _folder.RunAsync("diff", "shop.egress.yaml", "now")).Exits(1).Output, StringComparison.Ordinal);

        static string Readable(string text) => text.Replace(Unread, "", StringComparison.Ordinal).Replace("\"destinationAddresses\": [], \"destinationFqdns\"", "\"destinationAddresses\": [\"203.0.113.9\"], \"destinationFqdns\"", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deployed_resources_and_documents_come_from_standard_input()
    {
        var json = await File.ReadAllTextAsync(Path.Combine(_deployed, "groups.json"), TestContext.Current.CancellationToken);

        Assert.Contains("<stdin>(20,", (await _folder.RunWithInputAsync(json, ["shadow", "-"])).Exits(1).Error, StringComparison.Ordinal);
        Assert.Contains("Standard input is one", (await _folder.RunAsync("diff", "-", "-")).Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_are_needed_where_it_hangs_on_them_what_is_deployed()
    {
        var classic = Path.Combine(_templates, "classic.json");

        Assert.Contains("--parameters withTime=", (await _folder.RunAsync("shadow", classic, "--bicep", Metadata.BicepCli)).Exits(2).Error, StringComparison.Ordinal);
        _folder.Write("values.json", """{ "parameters": { "withTime": { "value": true } } }""");
        Assert.Contains("webCategories", (await _folder.RunAsync("shadow", classic, "--bicep", Metadata.BicepCli, "--parameters", "@values.json")).Exits(1).Error, StringComparison.Ordinal);
        Assert.Contains("none.json: error AKSE0001: The parameters file cannot be read. There is no such file.", (await _folder.RunAsync("shadow", classic, "--parameters", "none.json")).Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains("--parameters is for templates and deployed resources", (await _folder.RunAsync("shadow", Folder.Walkthrough, "--parameters", "a=b")).Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_several_clusters_is_chosen()
    {
        _folder.Write("clusters.json", $"[{Cluster.Replace("NAME", "one", StringComparison.Ordinal)}, {Cluster.Replace("NAME", "two", StringComparison.Ordinal)}]");

        Assert.Contains("error AKSE5003: The source has 2 clusters: one, two. Say which one with --cluster.", (await _folder.RunAsync("import", "clusters.json")).Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains("name: two", (await _folder.RunAsync("import", "clusters.json", "--cluster", "two")).Exits(0).Output, StringComparison.Ordinal);
        (await _folder.RunAsync("validate", "clusters.json")).Exits(2);
    }

    [Theory]
    [InlineData("bad.json", "bad.json(1,8,1,8): error AKSE5001: The file is no JSON from here on.")]
    [InlineData("list.json", "list.json: error AKSE5002")]
    [InlineData("empty", "empty: error AKSE5001: The folder has no JSON file.")]
    [InlineData("none.bicep", "none.bicep: error AKSE0001: The file cannot be read. There is no such file. Check its name and folder.")]
    [InlineData("main.bicep", "error AKSE5004: BCP")]
    [InlineData("main.bicep", "error: The Bicep CLI ", "--bicep", "none")]
    public async Task What_cannot_be_read_gives_2_and_the_reason(string source, string reason, params string[] options)
    {
        _folder.Write("bad.json", """{ "a": } """);
        _folder.Write("list.json", "[]");
        _folder.Write("main.bicep", "resource a");
        Directory.CreateDirectory(_folder.PathOf("empty"));
        var cli = options.Length > 0 ? options : ["--bicep", Metadata.BicepCli];
        var result = (await _folder.RunAsync(["explain", source, "a.b", .. cli])).Exits(2);

        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Without_a_CLI_a_template_cannot_be_read_and_JSON_says_so()
    {
        var result = (await _folder.RunAsync("explain", _hub, "a.b", "--format", "json")).Exits(2);

        Assert.Contains("az bicep install", result.Json.GetProperty("diagnostics")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Errors_of_what_is_deployed_stop_no_answer()
    {
        CopyDeployed(".", text => text.Replace("10.42.2.0/24", "10.42.2.0/28", StringComparison.Ordinal));
        var validation = (await _folder.RunAsync("validate", ".")).Exits(1);
        var result = (await _folder.RunAsync("explain", ".", "api.contoso.com", "--from", "10.42.1.9")).Exits(0);

        Assert.Contains("error AKSE2", validation.Output, StringComparison.Ordinal);
        Assert.Contains($".: 'aks-egress validate' has {validation.Lines.Count(line => line.Contains(": error ", StringComparison.Ordinal))} error(s)", result.Error, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^shop\.egress\.yaml\(\d+,.*error AKSE2", (await _folder.RunAsync("import", ".", "-o", "shop.egress.yaml")).Exits(0).Error);
    }

    [Fact]
    public async Task Validate_takes_templates_that_are_named_and_folders_without_a_document()
    {
        _folder.Write("shop.egress.yaml", Folder.Document());
        _folder.Write("other/package.json", "{}");

        Assert.Equal("1 document(s): 0 error(s), 0 warning(s), 0 info(s)\n", (await _folder.RunAsync("validate")).Exits(0).Error);
        var both = (await _folder.RunAsync("validate", ".", _deployed, "--format", "json", "--severity", "AKSE5011=info"));
        Assert.Equal("info", both.Json.GetProperty("diagnostics").EnumerateArray().Single(finding => finding.GetProperty("code").GetString() == "AKSE5011").GetProperty("severity").GetString());
        Assert.Contains("AKSE5011", (await _folder.RunAsync("validate", _deployed, "--format", "sarif")).Exits(1).Output, StringComparison.Ordinal);
        Assert.Contains("error AKSE5011", (await _folder.RunAsync("validate", _deployed, "--warnings-as-errors")).Exits(1).Output, StringComparison.Ordinal);
        Assert.Contains("error AKSE5002", (await _folder.RunAsync("validate", "other")).Exits(2).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_in_brackets_is_a_document()
    {
        _folder.Write("flow.egress.yaml", $"{{ name: shop, location: eastus, network: {{ addressSpace: [10.42.0.0/16], subnets: [{{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }}, {{ name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }}] }}, allow: [aks] }}");
        (await _folder.RunAsync("explain", "flow.egress.yaml", "mcr.microsoft.com")).Exits(0);
    }

    [Fact]
    public async Task Build_keeps_to_documents() =>
        Assert.Contains("'aks-egress import main.bicepparam -o topology.egress.yaml' makes a document of it", (await _folder.RunAsync("build", "main.bicepparam")).Exits(2).Error, StringComparison.Ordinal);

    [Fact]
    public async Task An_import_is_a_document_that_answers_and_takes_no_others_place()
    {
        Assert.Equal(["shop.egress.yaml"], (await _folder.RunAsync("import", _deployed, "-o", "shop.egress.yaml")).Exits(0).Lines);
        Assert.Contains("is there already", (await _folder.RunAsync("import", _deployed, "-o", "shop.egress.yaml")).Exits(2).Error, StringComparison.Ordinal);
        var json = (await _folder.RunAsync("import", _deployed, "-o", "shop.egress.yaml", "--force", "--format", "json")).Exits(0).Json;
        Assert.Equal(("shop.egress.yaml", "AKSE5011"), (json.GetProperty("file").GetString(), json.GetProperty("diagnostics")[0].GetProperty("code").GetString()));

        Assert.Equal(await File.ReadAllTextAsync(_folder.PathOf("shop.egress.yaml"), TestContext.Current.CancellationToken), (await _folder.RunAsync("import", _deployed)).Exits(0).Output);
        Assert.Contains("is a document already", (await _folder.RunAsync("import", "shop.egress.yaml")).Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains("Its folder is not there", (await _folder.RunAsync("import", _deployed, "-o", "no/shop.egress.yaml")).Exits(2).Error, StringComparison.Ordinal);
    }

    private void CopyDeployed(string folder, Func<string, string> change)
    {
        foreach (var file in Directory.EnumerateFiles(_deployed))
        {
            _folder.Write(Path.Combine(folder, Path.GetFileName(file)), change(File.ReadAllText(file)));
        }
    }

    private int Starts => File.ReadAllLines(_folder.PathOf("starts")).Length;

    /// <summary>The Bicep CLI behind a script that counts its starts.</summary>
    private string CountingCli()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is for sh.");
        var script = _folder.PathOf("bicep");
        _folder.Write("bicep", $"#!/bin/sh\necho start >> '{_folder.PathOf("starts")}'\nexec '{Metadata.BicepCli}' \"$@\"\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return script;
    }

    [GeneratedRegex(@"^The Bicep CLI took \d+\.\d\d s of the \d+\.\d\d s that reading took\.$", RegexOptions.Multiline)]
    private static partial Regex ShareOfTime();
}
