using AksEgress.Model;
using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Rendering.Report;

/// <summary>A difference as a comment on a pull request.</summary>
public sealed class DifferenceMarkdownTests
{
    private static readonly EgressTopology _before = Case.Read("minimal") with { Allow = [EndpointSet.Aks] };

    [Fact]
    public void Nothing_changed() => Assert.Equal("## Egress of `minimal`\n\nNothing changes: every connection becomes what it was before.\n", Compare(_before));

    [Fact]
    public void A_host_more_is_a_row()
    {
        var markdown = Compare(_before with { Allow = [EndpointSet.Aks, new() { Https = [FqdnPattern.Parse("*.contoso.com")] }] });

        Assert.StartsWith("## Egress of `minimal`\n\nThis opens something: 1 statement to look at.\n\n### Newly allowed (1)\n\n| from | to | service | rule |\n|---|---|---|---|\n| `", markdown, StringComparison.Ordinal);
        Assert.Contains("| `*.contoso.com` | `https/443` |", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_less_opens_nothing()
    {
        var markdown = (_before with { Allow = [EndpointSet.Aks, new() { Https = [FqdnPattern.Parse("*.contoso.com")] }] }).CompareWith(_before).RenderMarkdown("minimal");

        Assert.Contains("This opens nothing.\n\n### Newly denied (1)\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Threat_intelligence_that_is_off_is_a_row() =>
        Assert.Contains("| `everybody` | `known bad addresses and hosts (threat intelligence: off now, alert before)` | `any` | |", Compare(_before with { Firewall = new() { ThreatIntelMode = ThreatIntelMode.Off } }), StringComparison.Ordinal);

    [Fact]
    public void Other_public_addresses_are_told() =>
        Assert.Contains("### Other public addresses\n\nFlows left with `minimal-fwpublicip`, and leave with ", Compare(_before with { Firewall = new() { Frontends = new() { Count = 3 } } }), StringComparison.Ordinal);

    [Fact]
    public void A_name_that_looks_like_a_row_stays_a_name() =>
        Assert.StartsWith("## Egress of <code>a&#124;b</code>\n", _before.CompareWith(_before).RenderMarkdown("a|b"), StringComparison.Ordinal);

    private static string Compare(EgressTopology after) => _before.CompareWith(after).RenderMarkdown("minimal");
}
