using System.Text;

namespace AksEgress.Benchmarks;

/// <summary>The documents that are measured.</summary>
internal static class Documents
{
    /// <summary>The sample: the Azure article.</summary>
    public static byte[] Walkthrough()
    {
        using var stream = typeof(Documents).Assembly.GetManifestResourceStream("walkthrough")!;
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }

    /// <summary>The sample under another name.</summary>
    public static string Walkthrough(string name) =>
        Encoding.UTF8.GetString(Walkthrough()).Replace("name: aks-egress", "name: " + name, StringComparison.Ordinal);

    /// <summary>A policy of so many application rules, no two the same.</summary>
    public static byte[] Policy(int rules)
    {
        var text = new StringBuilder(
            """
            name: large
            location: eastus
            network:
              addressSpace: [10.0.0.0/8]
              subnets:
                - { name: aks-subnet, prefix: 10.42.1.0/24, role: cluster }
                - { name: AzureFirewallSubnet, prefix: 10.42.2.0/24 }
            cluster:
              network: { serviceCidr: 192.168.0.0/16, podCidr: 172.16.0.0/16 }
            rules:
              - collection: many
                kind: application
                priority: 1000
                rules:

            """);
        for (var i = 0; i < rules; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"      - {{ name: rule-{i}, protocols: [https], fqdns: [host-{i}.contoso.com, '*.zone-{i}.contoso.com'] }}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
