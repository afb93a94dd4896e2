using System.Text;
using AksEgress.Parsing;
using AksEgress.Tests.Infrastructure;

namespace AksEgress.Tests.Rendering.Report;

/// <summary>Reports that between them show all that a report can show.</summary>
internal static class ReportPages
{
    /// <summary>Rules of every mark, gaps, findings, a suppression, text that looks like code, a route past the firewall, and more subnets than are drawn.</summary>
    public static string Rich { get; } = """
        name: rich
        location: westeurope
        severity: { AKSE2224: info }
        network:
          addressSpace: [10.42.0.0/15]
          subnets:
            - { name: nodes, prefix: 10.42.0.0/20, role: cluster }
            - { name: AzureFirewallSubnet, prefix: 10.43.2.0/24 }
            - { name: ingress, prefix: 10.43.3.0/24, role: ingress }
            - { name: jump-hosts, prefix: 10.43.4.0/24, serviceEndpoints: [storage, sql, keyVault, web, eventHub] }
        """ + string.Concat(Enumerable.Range(0, 12).Select(i => FormattableString.Invariant($"\n    - {{ name: spare-{i}, prefix: 10.43.{i + 100}.0/24 }}"))) + """

        rules:
          - collection: first
            kind: application
            priority: 100
            action: deny
            rules:
              - { name: never, description: "<script>alert('1')</script> & `id` | [x](y) @team #1", protocols: [https], fqdns: ["*.contoso.com"] }
          - collection: second
            kind: application
            priority: 200
            rules:
              - { name: dead, protocols: [https], fqdns: [api.contoso.com] }
              - { name: partly, protocols: [https], fqdns: ["*.contoso.com", api.fabrikam.com] }
              - { name: once, protocols: [https], fqdns: [www.fabrikam.com] }
              - { name: twice, protocols: [https], fqdns: ["*.fabrikam.com"] }
          - collection: addresses
            kind: network
            priority: 100
            rules:
              - name: monitor
                protocols: [tcp]
                destination: [AzureBrandNew]
                ports: [443]
                suppress: [{ code: AKSE2224, reason: "New <since> May" }]
        publish:
        """ + string.Concat(Enumerable.Range(1, 9).Select(i => FormattableString.Invariant($"\n  - {{ service: shop-{i}, port: {80 + i}, address: 10.43.3.{i + 10} }}"))) + "\n";

    /// <summary>A page by its name: one of the cases, or <c>rich</c>.</summary>
    public static string Page(string name) => Read(name).RenderReport().Single(file => file.Path == "report.html").Content;

    /// <summary>The document of a page.</summary>
    public static TopologyDocument Read(string name) =>
        TopologyDocument.Parse(name == "rich" ? Encoding.UTF8.GetBytes(Rich) : File.ReadAllBytes(Case.FileOf(name)), $"{name}.egress.yaml");
}
