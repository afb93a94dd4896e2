using AksEgress.Tests.Infrastructure;

namespace AksEgress.Tests.Validation;

/// <summary>What users read. A change of <c>*.verified.txt</c> is a change of what they see.</summary>
public sealed class MessageTests
{
    private const string Network = "network:\n  addressSpace: [10.42.0.0/16]\n  subnets: [{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }, { name: AzureFirewallSubnet, prefix: 10.42.2.0/26 }";
    private const string BasicTier = "firewall: { tier: basic }\n" + Network + ", { name: AzureFirewallManagementSubnet, prefix: 10.42.2.64/26 }]\n";
    private const string Routes = "network:\n  addressSpace: [10.42.0.0/16]\n  subnets: [{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }, { name: AzureFirewallSubnet, prefix: 10.42.2.0/26 }]\n  routeTables: [{ name: nodes, routes: [{ prefix: 0.0.0.0/0 }, ";

    /// <summary>Documents whose messages the wrong examples of the help pages do not show: what differs by the rest of the document.</summary>
    private static readonly string[] _documents =
    [
        "cluster: { authorizeFrontends: false, authorizedIpRanges: [203.0.113.1/32, 203.0.113.2/32, 203.0.113.3/32] }\n",
        "cluster: { authorizeFrontends: false, authorizedIpRanges: [203.0.113.1/32, 203.0.113.2/32, 203.0.113.3/32, 203.0.113.4/32] }\n",
        "firewall: { frontends: { count: 201 } }\n",
        "firewall: { frontends: { count: 200 } }\ncluster: { authorizedIpRanges: [203.0.113.7/32] }\n",
        "firewall: { frontends: { count: 200 } }\n",
        "cluster: { kubernetesVersion: '1.30' }\n",
        "cluster: { kubernetesVersion: '1.33' }\n",
        "cluster: { network: { plugin: kubenet, dataplane: azure } }\n",
        "cluster: { network: { plugin: kubenet, pluginMode: overlay } }\n",
        "cluster: { nodePools: [{ name: system }, { name: win, os: windows }], network: { plugin: kubenet } }\nallow: [aks, windows]\n",
        "cluster: { nodePools: [{ name: system }, { name: win, os: windows }], network: { dataplane: cilium, policy: cilium } }\nallow: [aks, windows]\n",
        "cluster: { identity: { roleAssignments: [{ subnet: aks-subnet }, {}] } }\n",
        "cluster: { identity: { roleAssignments: [{ subnet: aks-subnet }, { subnet: aks-subnet, routeTable: aks-egress-fwrt }] } }\n",
        "cluster: { network: { dataplane: azure, policy: cilium } }\n",
        "cluster: { network: { plugin: none, policy: cilium } }\n",
        "cluster: { network: { serviceCidr: 10.42.128.0/17 } }\n",
        "cluster: { network: { podCidr: 10.42.128.0/17 } }\n",
        "cluster: { network: { serviceCidr: 172.16.0.0/16, podCidr: 10.42.0.0/17 } }\n",
        "cluster: { network: { serviceCidr: 10.42.0.0/17, podCidr: 172.16.0.0/16 } }\n",
        "cluster: { nodePools: [{ name: system, count: 300 }, { name: work, count: 300 }], network: { podCidr: 10.240.0.0/18 } }\n",
        "cluster: { nodePools: [{ name: system, count: 100 }, { name: work, count: 101 }], network: { podCidr: 10.240.0.0/18 } }\n",
        "cluster: { nodePools: [{ name: system, count: 1 }] }\n",
        "cluster: { nodePools: [{ name: system, minCount: 1, maxCount: 3 }] }\n",
        "cluster: { nodePools: [{ name: system, minCount: 0, maxCount: 3 }, { name: work, minCount: -1, maxCount: 3 }, { name: more, minCount: 3 }, { name: most, maxCount: 3 }] }\n",
        "cluster: { nodePools: [{ name: system, count: 0 }, { name: work, count: 1001 }, { name: more, mode: user, count: -1 }] }\n",
        "rules: [{ collection: a, kind: application, priority: 200, rules: [{ name: a, fqdns: ['*', '*.com'] }] }]\n",
        "rules: [{ collection: a, kind: application, priority: 200, rules: [{ name: a, protocols: ['http:443', 'https:80'], fqdns: [a.contoso.com] }] }]\n",
        "rules: [{ collection: a, kind: application, priority: 200, rules: [{ name: a, fqdns: ['*contoso.com', '*-a.contoso.com', '*.b.contoso.com', '*b.contoso.com'] }] }]\n",
        "rules: [{ collection: a, kind: application, priority: 200, rules: [{ name: a, fqdnTags: [AzureMonitor, a.contoso.com, WindowsUpdat] }] }]\n",
        "rules: [{ collection: a, kind: application, priority: 200, action: deny, rules: [{ name: a, fqdns: [mcr.microsoft.com] }, { name: b, fqdns: [mcr.microsoft.com, '*.data.mcr.microsoft.com'] }] }]\n",
        "rules: [{ collection: a, kind: network, priority: 200, rules: [{ name: a, protocols: [tcp], destination: [AzureMoniter.eastus, Storag, AzureMonitor.eastuss], ports: [9000] }] }]\n",
        "rules: [{ collection: a, kind: network, priority: 200, rules: [{ name: a, protocols: [udp], destination: ['*'], ports: [53] }] }]\n",
        "rules: [{ collection: a, kind: network, priority: 200, rules: [{ name: a, protocols: [udp], destination: ['*'], ports: [53] }] }]\n" + BasicTier,
        "rules: [{ collection: a, kind: network, priority: 200, rules: [{ name: a, protocols: [udp], destination: ['*'], ports: [53] }] }]\nfirewall: { tier: cheap }\n",
        "rules: [{ collection: a, kind: network, priority: 200, rules: [{ name: a, protocols: [udp], fqdns: [ntp.ubuntu.com], ports: [123] }] }]\n" + Network + "]\n  dnsServers: []\n",
        "rules: [{ collection: a, kind: network, priority: 200, rules: [{ name: a, protocols: [udp], fqdns: [ntp.ubuntu.com], ports: [123] }] }]\n" + Network + "]\n  dnsServers: [10.42.1.8, 10.42.1.9]\n",
        "firewall: { dns: { proxy: true } }\n" + Network + "]\n  dnsServers: []\n",
        "firewall: { dns: { proxy: true } }\n" + Network + "]\n  dnsServers: [10.42.1.8, 10.42.1.9]\n",
        "firewall: { tier: basic, dns: { servers: [10.42.1.9] } }\n" + Network + ", { name: AzureFirewallManagementSubnet, prefix: 10.42.2.64/26 }]\n",
        "firewall: { tier: basic, dns: { proxy: true } }\n" + Network + ", { name: AzureFirewallManagementSubnet, prefix: 10.42.2.64/26 }]\n",
        "rules: [{ collection: a, kind: dnat, priority: 200, rules: [{ name: a, destination: [10.42.2.4], port: 80, translatedAddress: 10.42.1.9 }] }]\n" + BasicTier,
        "rules: [{ collection: a, kind: dnat, priority: 200, rules: [{ name: a, destination: [10.42.2.9], port: 80, translatedAddress: 10.42.1.9 }] }]\n",
        "rules: [{ collection: a, kind: dnat, priority: 200, rules: [{ name: a, port: 80, translatedAddress: 10.0.0.9 }, { name: b, port: 81, translatedAddress: 10.244.0.9 }] }]\n",
        "rules: [{ collection: a, kind: dnat, priority: 200, rules: [{ name: a, destination: [frontend-3, frontend-4], port: 80, translatedAddress: 10.42.1.9 }] }]\n",
        Routes + "{ name: a, prefix: 198.51.100.7/32, nextHopType: internet }, { name: b, prefix: 198.51.100.0/24, nextHopType: internet }] }]\n",
        Routes + "{ name: a, prefix: ActionGroup, nextHopType: internet }, { name: b, prefix: AzureMonitor, nextHopIpAddress: 10.42.9.9 }] }]\n",
        "network:\n  addressSpace: [10.42.0.0/16, 10.50.0.0/16, 10.60.0.0/16, 10.70.0.0/16, 10.80.0.0/16, 10.90.0.0/16]\n  subnets: [{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }, { name: AzureFirewallSubnet, prefix: 10.42.2.0/26 }, { name: a, prefix: 10.43.0.0/24 }, { name: b, prefix: 10.42.9.0/32 }, { name: c, prefix: 10.42.9.4/31 }]\n",
        "network:\n  addressSpace: [10.42.0.0/16]\n  routeTables: []\n  subnets: [{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }, { name: AzureFirewallSubnet, prefix: 10.42.2.0/26 }]\n",
        "network:\n  addressSpace: [10.42.0.0/16]\n  subnets: [{ name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }, { name: Firewall, prefix: 10.42.2.0/26 }]\n",
        "services: [{ name: a, ports: [{ port: 80-81 }, { port: 90, targetPort: 8080-8081 }] }, { name: b, ports: [] }]\n",
        "services: [{ name: a, ports: [{ port: 80 }] }, { name: a, address: 10.42.3.9, ports: [{ port: 80 }] }, { name: b, namespace: x, ports: [{ port: 80 }] }, { name: b, namespace: x, address: 10.42.3.8, ports: [{ port: 80 }] }]\n",
        "publish: [{ service: a, port: 80 }, { service: a, port: 81, loadBalancer: public, address: 20.61.5.9 }, { service: b, port: 82, selector: { app: b } }, { service: b, port: 83, selector: { app: c } }]\n",
        "name: com1\n",
        "name: A\n",
        "name: aks\nfirewall: { name: a-firewall-with-a-name-that-is-much-longer-than-azure-would-take-it-for-any-resource-at-all }\n",
        "firewall: { name: '-firewall' }\n",
    ];

    [Fact]
    public void Messages_of_the_wrong_examples_are_as_written_down() =>
        Match("messages.txt", HelpPageTests.CodesOfDocuments.Select(row => HelpPage.Read(row.Data)).Select(page => $"{page.FindingsIn(HelpPage.Complete(page.Wrong!)).Single()}\n"));

    [Fact]
    public void Messages_that_differ_by_the_document_are_as_written_down() =>
        Match("message-variants.txt", _documents.Select(document => $"{document}{string.Concat(Findings.In(HelpPage.Complete(document)).Select(finding => $"-> {finding}\n"))}\n"));

    /// <summary>The same finding may be about C#, where YAML is no help.</summary>
    [Fact]
    public void What_to_write_in_a_topology_is_said_without_yaml() => Assert.All(
        HelpPageTests.CodesOfDocuments.Select(row => HelpPage.Read(row.Data).Wrong!).Concat(_documents).SelectMany(document => Findings.In(HelpPage.Complete(document))).Where(finding => string.CompareOrdinal(finding.Code, "AKSE2") > 0),
        finding => Assert.DoesNotMatch("'[a-zA-Z]+: |: \\[|\\{ [a-z]+:| \\[[^\\]]*\\]\\.", finding.Message));

    private static void Match(string name, IEnumerable<string> texts) => Snapshot.Match(string.Concat(texts), Repository.PathOf("tests", "AksEgress.Tests", "Validation"), name);
}
