using AksEgress.Diagnostics;

namespace AksEgress.Tests.Validation.Firewalls;

/// <summary>Service tags whose names have a dot of their own, and tags in the wrong field.</summary>
public sealed class ServiceTagTests
{
    [Theory]
    [InlineData("AzureFrontDoor.FirstParty", "")]
    [InlineData("AzureFrontDoor.FirstParty.westeurope", "")]
    [InlineData("azurefrontdoor.firstparty.WestEurope", "")]
    [InlineData("AzureFrontDoor.FirstParty.norwayeast", "AKSE2225: Write AzureFrontDoor.FirstParty.norwaye.")]
    [InlineData("AzureFrontDoor.FirstPrty.westeurope", "AKSE2224: Did you mean 'AzureFrontDoor.FirstParty.westeurope'?")]
    [InlineData("AzureFrontDoor.FirstPrty", "AKSE2224: Did you mean 'AzureFrontDoor.FirstParty'?")]
    [InlineData("AzureFrontDoor", "AKSE2224: There are only its parts: AzureFrontDoor.Frontend, AzureFrontDoor.Backend, AzureFrontDoor.FirstParty.")]
    [InlineData("AzureClod.eastus", "AKSE2224: Did you mean 'AzureCloud.eastus'?")]
    [InlineData("AzureMonitor.eastus", "AKSE2224: AzureMonitor takes no region: write AzureMonitor.")]
    [InlineData("AzureKubernetesService", "AKSE2224: It is an FQDN tag: write it under 'fqdnTags' of an application rule.")]
    [InlineData("Contoso", "AKSE2224: It may be newer than the list, which is of 2023-01-26; else name addresses or hosts.")]
    [InlineData("AzureMonitorCore", "AKSE2224: Did you mean 'AzureMonitor'?")]
    [InlineData("AzureCloud.WestEurop", "AKSE2225: Did you mean 'AzureCloud.westeurope'?")]
    [InlineData("AzureCloud.centralfrnce", "AKSE2225: Did you mean 'AzureCloud.centralfrance'?")]
    [InlineData("AzureCloud.francecentrl", "AKSE2225: Did you mean 'AzureCloud.centralfrance'?")]
    [InlineData("AzureCloud.eastus3", "")]
    [InlineData("AzureCloud.eastus2euap", "")]
    [InlineData("ntp.ubuntu.com", "AKSE2009: hosts go under 'fqdns'.")]
    public void The_list_says_what_is_name_and_what_is_region(string tag, string finding) =>
        AssertFinding(finding, RuleDocument.Of("network", $"protocols: [tcp], destination: [{tag}], ports: [8443]"));

    [Theory]
    [InlineData("AzureMonitr", DiagnosticSeverity.Warning)]
    [InlineData("AzureClod.eastus", DiagnosticSeverity.Warning)]
    [InlineData("AzureMonitor.eastus", DiagnosticSeverity.Warning)]
    [InlineData("AzureMonitors", DiagnosticSeverity.Warning)]
    [InlineData("AzureMntr", DiagnosticSeverity.Info)]
    [InlineData("AzureMonitorCore", DiagnosticSeverity.Info)]
    [InlineData("Contoso", DiagnosticSeverity.Info)]
    public void What_the_list_may_lack_is_an_info(string tag, DiagnosticSeverity severity) =>
        Assert.Equal(severity, Assert.Single(Findings.In(RuleDocument.Of("network", $"protocols: [tcp], destination: [{tag}], ports: [8443]"))).Severity);

    [Theory]
    [InlineData("AzureMonitor", "AKSE2227: It is a service tag: write it under 'destination' of a network rule.")]
    [InlineData("api.contoso.com", "AKSE2227: Hosts go under 'fqdns'.")]
    [InlineData("WindowsUpdat", "AKSE2227: Did you mean 'WindowsUpdate'?")]
    [InlineData("Office365.Skype.Optimize", "")]
    public void An_FQDN_tag_has_its_own_list(string tag, string finding) => AssertFinding(finding, RuleDocument.Of("application", $"fqdnTags: [{tag}]"));

    [Theory]
    [InlineData("AzureFrontDoor.FirstParty", "AzureFrontDoor.FirstParty", null)]
    [InlineData("AzureFrontDoor.FirstParty.westeurope", "AzureFrontDoor.FirstParty", "westeurope")]
    [InlineData("AzureCloud.eastus", "AzureCloud", "eastus")]
    [InlineData("AzureCloud", "AzureCloud", null)]
    [InlineData("Unknown.eastus", "Unknown", "eastus")]
    public void A_tag_is_split_behind_its_name(string text, string service, string? region)
    {
        var tag = AksEgress.Model.ServiceTag.Parse(text);
        Assert.Equal((service, region), (tag.Service, tag.Region));
    }

    private static void AssertFinding(string expected, string document)
    {
        var findings = Findings.In(document).Select(finding => expected.Length < 10 || !finding.Message.EndsWith(expected[10..], StringComparison.Ordinal) ? finding.ToString() : finding.Code + ": " + expected[10..]);
        Assert.Equal(expected, string.Join(' ', findings));
    }
}
