namespace AksEgress.Tests.Parsing;

/// <summary>A document without a finding that says nearly everything that can be said.</summary>
internal static class RichDocument
{
    public const string Text =
        """
        name: rich
        location: eastus
        cloud: public
        resourceGroup: rich-group
        tags: { owner: platform, cost centre: '4711' }
        parameters: [tags, nodeCount]
        network:
          name: rich-network
          addressSpace: [10.42.0.0/16, 10.50.0.0/16]
          dnsServers: [10.42.2.4]
          subnets:
            - { name: aks-subnet, prefix: 10.42.1.0/24, role: cluster, routeTable: nodes }
            - { name: pods, prefix: 10.42.16.0/20, role: cluster, routeTable: nodes }
            - { name: AzureFirewallSubnet, prefix: 10.42.2.0/24, role: firewall, routeTable: none }
            - { name: ingress-subnet, prefix: 10.42.3.0/24, role: ingress, routeTable: others, serviceEndpoints: [storage, keyVault] }
          routeTables:
            - name: nodes
              disableBgpRoutePropagation: true
              routes:
                - { name: out, prefix: 0.0.0.0/0, nextHopType: virtualAppliance, nextHopIpAddress: 10.42.2.4 }
                - { name: back, prefix: frontends, nextHopType: internet }
                - { name: monitor, prefix: AzureMonitor, nextHopType: none }
            - { name: others, routes: [{ name: out, prefix: 0.0.0.0/0 }] }
        firewall:
          name: rich-firewall
          tier: standard
          zones: [1, 2]
          frontends: { count: 3, prefixLength: 30, name: rich-ip, configurationName: rich-config, prefixName: rich-prefix }
          privateIpAddress: 10.42.2.4
          threatIntelMode: deny
          dns: { proxy: true, servers: [10.50.0.4] }
          policy:
            name: rich-policy
            ruleCollectionGroups:
              - name: platform
                priority: 1000
                collections:
                  - collection: dns
                    kind: network
                    priority: 200
                    action: allow
                    rules:
                      - { name: dns, description: Names., protocols: [udp, tcp], source: [10.42.1.0/24], destination: [10.50.0.4, AzureMonitor], ports: [53, 8000-8080] }
                      - { name: time, protocols: [udp], fqdns: [ntp.ubuntu.com], ports: [123] }
        cluster:
          name: rich-cluster
          dnsPrefix: rich-prefix
          kubernetesVersion: 1.35
          tier: standard
          nodePools:
            - { name: system, mode: system, os: linux, count: 3, minCount: 3, maxCount: 9, vmSize: Standard_D4ds_v5, maxPods: 60, zones: [1, 2], subnet: aks-subnet, podSubnet: pods, enableNodePublicIp: false }
            - { name: win, os: windows, count: 2 }
          network: { plugin: azure, pluginMode: nodeSubnet, dataplane: azure, policy: azure, serviceCidr: 172.16.0.0/16, dnsServiceIp: 172.16.0.10 }
          outboundType: userDefinedRouting
          identity: { type: userAssigned, name: rich-identity, roleAssignments: [{ subnet: aks-subnet }, { subnet: ingress-subnet }, { routeTable: nodes }, { subnet: pods }] }
          authorizedIpRanges: [203.0.113.7/32]
          authorizeFrontends: true
          privateCluster: false
        allow: [aks, docker-hub, windows, { name: api, https: [api.contoso.com, '*.contoso.org'], http: [api.contoso.com], port: 8443 }]
        rules:
          - collection: hosts
            kind: application
            priority: 300
            action: deny
            rules:
              - { name: hosts, description: Hosts., protocols: ['https:8443', http], source: ['*'], fqdns: [a.contoso.com] }
              - { name: tags, fqdnTags: [WindowsUpdate] }
          - collection: inbound
            kind: dnat
            priority: 400
            rules:
              - { name: ssh, description: In., protocols: [tcp], source: [198.51.100.0/24], destination: [frontend-2, 10.42.2.4], port: 22, translatedAddress: 10.42.1.10, translatedPort: 2222 }
              - { name: host, port: 23, translatedFqdn: host.contoso.com }
        publish:
          - { service: store-front, namespace: store, port: 80, targetPort: 8080, protocol: tcp, loadBalancer: internal, address: 10.42.3.10, subnet: ingress-subnet, frontend: 2, source: [203.0.113.0/24], selector: { app: store } }
          - { service: edge, port: 443, loadBalancer: public, address: 20.61.5.9 }
        services:
          - { name: inner, namespace: store, loadBalancer: internal, address: 10.42.3.11, subnet: ingress-subnet, ports: [{ port: 80, targetPort: 8080, protocol: tcp }], sourceRanges: [10.42.2.0/24], selector: { app: inner } }
        connectivityCheck: { image: 'docker.io/curlimages/curl:8.17.0', allowed: mcr.microsoft.com, denied: example.com, namespace: store }
        severity: { AKSE2224: error, akse2229: none }
        """;
}
