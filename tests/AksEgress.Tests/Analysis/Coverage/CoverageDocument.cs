using AksEgress.Analysis;
using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Tests.Infrastructure;

namespace AksEgress.Tests.Analysis.Coverage;

/// <summary>Reports on documents that tests write.</summary>
internal static class CoverageDocument
{
    /// <summary>Microsoft's article, rule by rule as its commands write them (limit-egress-traffic, 2026-08): ghcr and docker are network rules by host.</summary>
    public const string Article = """
        name: article
        location: eastus
        network:
          addressSpace: [10.42.0.0/16]
          subnets:
            - { name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }
            - { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }
        firewall: { dns: { proxy: true } }
        rules:
          - collection: aksfwnr
            kind: network
            priority: 100
            rules:
              - { name: apiudp, protocols: [udp], destination: [AzureCloud.eastus], ports: [1194] }
              - { name: apitcp, protocols: [tcp], destination: [AzureCloud.eastus], ports: [9000] }
              - { name: time, protocols: [udp], fqdns: [ntp.ubuntu.com], ports: [123] }
              - { name: ghcr, protocols: [tcp], fqdns: [ghcr.io, pkg-containers.githubusercontent.com], ports: [443] }
              - { name: docker, protocols: [tcp], fqdns: [docker.io, registry-1.docker.io, production.cloudflare.docker.com], ports: [443] }
          - collection: aksfwar
            kind: application
            priority: 100
            rules:
              - { name: fqdn, protocols: [http, https], fqdnTags: [AzureKubernetesService] }
        """;

    private const string Network = """
        network:
          addressSpace: [10.42.0.0/16]
          subnets:
            - { name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }
            - { name: pods-subnet, prefix: 10.42.16.0/20 }
            - { name: windows-subnet, prefix: 10.42.4.0/24 }
            - { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }

        """;

    /// <summary>The report on a small topology in eastus with what a test adds.</summary>
    public static CoverageReport Report(string text, CoverageOptions? options = null) => Analyze(text).Coverage(options);

    /// <summary>Answers about a small topology with what a test adds.</summary>
    public static EgressAnalysis Analyze(string text) => Topology(text).Analyze();

    /// <summary>A small topology with what a test adds.</summary>
    public static EgressTopology Topology(string text) =>
        Read($"name: test\n{(text.Contains("location:", StringComparison.Ordinal) ? "" : "location: eastus\n")}{Network}{text.ReplaceLineEndings("\n")}");

    /// <summary>The topology of a document without errors in its text.</summary>
    public static EgressTopology Read(string text)
    {
        var document = TopologyDocument.Parse(text);
        Assert.Empty(document.Diagnostics);
        return document.Topology!;
    }

    /// <summary>The manifests of the sample.</summary>
    public static KubernetesManifest StoreDemo { get; } =
        KubernetesManifest.Parse(File.ReadAllBytes(Repository.PathOf("samples", "Walkthrough", "store-demo.yaml")), "store-demo.yaml");

    /// <summary>The entry for a target over a port.</summary>
    public static CoverageEntry Entry(this CoverageReport report, string target, int port = 443) =>
        Assert.Single(report.Entries, entry => entry.Target == target && entry.Port == port);

    /// <summary>What is missing, as <c>host/port</c>.</summary>
    public static IEnumerable<string> Gaps(this CoverageReport report) =>
        report.Entries.Concat(report.Images.SelectMany(image => image.Entries)).Where(entry => entry.IsGap)
            .Select(entry => FormattableString.Invariant($"{entry.Target}/{entry.Port}")).Order(StringComparer.Ordinal);
}
