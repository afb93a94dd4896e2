using System.Text.RegularExpressions;

namespace AksEgress.Tests.Validation;

public sealed class TwentyMistakesTests
{
    /// <summary>Each code stands at the line of its mistake.</summary>
    private const string Document =
        """
        name: shop
        location: East US  # AKSE2015
        resourceGroup: shop-rg.  # AKSE2016
        tags: { 'a<b': c }  # AKSE2017
        network:
          addressSpace: [10.42.0.0/16]
          subnets:
            - { name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }
            - { name: AzureFirewallSubnet, prefix: 10.42.2.0/27 }  # AKSE2103
            - { name: ingress, prefix: 10.42.3.0/24, role: ingress }
            - { name: outside, prefix: 10.43.0.0/24 }  # AKSE2107
            - { name: overlap, prefix: 10.42.3.128/25 }  # AKSE2108
            - { name: bits, prefix: 10.42.5.1/24 }  # AKSE2003
        firewall:
          zones: [7]  # AKSE2020
          frontends: { count: 2 }
          threatIntelMode: denied  # AKSE1012
        cluster:
          kubernetesVersion: latest  # AKSE2408
          authorizedIpRanges: [0.0.0.0/0]  # AKSE2425
          nodePools:
            - { name: System, vmSize: Standard_D4ds_v5 }  # AKSE2401
            - { name: user, mode: user, maxPods: 500 }  # AKSE2406
          netwrk: { plugin: azure }  # AKSE1009
        allow: [aks]
        rules:
          - collection: network
            kind: network
            priority: 99  # AKSE2008
            rules:
              - { name: tag, protocols: [tcp], destination: [AzureMoniter], ports: [443] }  # AKSE2224
              - { name: ports, protocols: [tcp], destination: [10.9.0.4], ports: [70000] }  # AKSE2005
          - collection: hosts
            kind: application
            priority: 300
            rules:
              - { name: wildcard, fqdns: ['a.*.com'] }  # AKSE2007
              - { name: everything, fqdns: ['*'] }  # AKSE2708
        publish:
          - { service: web, port: 80, address: 10.42.3.1 }  # AKSE2607
        """;

    [Fact]
    public void Twenty_mistakes_of_different_kinds_are_all_found_in_one_run()
    {
        var lines = Document.Split('\n');
        var expected = Enumerable.Range(0, lines.Length)
            .SelectMany(line => Regex.Matches(lines[line], "# (AKSE[0-9]{4})$").Select(match => (line + 1, match.Groups[1].Value)))
            .ToList();

        Assert.Equal(20, expected.Count);
        Assert.Equal(20, expected.Select(mistake => mistake.Value).Distinct().Count());
        Assert.Equal(expected, Findings.In(Document).Select(finding => (finding.Span.Line, finding.Code)));
    }
}
