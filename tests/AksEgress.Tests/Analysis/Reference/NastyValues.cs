using AksEgress.Model;
using CsCheck;

namespace AksEgress.Tests.Analysis.Reference;

/// <summary>Few values, so that rules, routes and flows often meet, and many of them at the edges of others.</summary>
internal static class NastyValues
{
    public static Ipv4Address FirewallAddress { get; } = Ipv4Address.Parse("10.42.2.4");

    public static Gen<Ipv4Address> PublicAddresses { get; } = OneOf(
        Ipv4Address.Parse, "20.59.255.255", "20.60.0.0", "20.60.0.1", "20.60.0.255", "20.60.1.0", "20.60.1.3", "20.60.1.4", "20.60.255.255", "20.61.0.0", "20.61.0.255", "1.0.0.0", "126.255.255.255", "128.0.0.0", "223.255.255.255");

    public static Gen<Ipv4Address> PrivateAddresses { get; } = OneOf(
        Ipv4Address.Parse, "10.42.0.0", "10.42.1.0", "10.42.1.4", "10.42.1.127", "10.42.1.128", "10.42.1.255", "10.42.2.4", "10.42.2.5", "10.42.3.4", "10.42.4.9", "10.42.255.255", "10.43.0.0", "10.41.255.255", "10.244.0.9", "172.16.0.1", "192.168.255.255", "100.64.0.0");

    /// <summary>Addresses that are neither, or nobody's, or the platform's, and their neighbours.</summary>
    public static Gen<Ipv4Address> OddAddresses { get; } = OneOf(
        Ipv4Address.Parse, "0.0.0.0", "0.255.255.255", "127.0.0.1", "127.255.255.255", "168.63.129.15", "168.63.129.16", "168.63.129.17", "169.253.255.255", "169.254.169.254", "169.255.0.0", "172.32.0.0", "100.128.0.0", "224.0.0.0", "255.255.255.255");

    public static Gen<Ipv4Address> Addresses { get; } = Gen.Frequency((4, PublicAddresses), (3, PrivateAddresses), (1, OddAddresses));

    public static Gen<AddressRange> Ranges { get; } = Gen.Frequency(
        (6, OneOf(
            AddressRange.Parse, "*", "0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "1.0.0.0-223.255.255.255", "20.60.0.0/16", "20.60.0.0/24", "20.60.0.1-20.60.1.3", "20.61.0.0/24",
            "0.0.0.0-20.60.0.255", "20.60.1.0-255.255.255.255", "10.0.0.0/8", "10.42.0.0/16", "10.42.1.0/24")),
        (2, Addresses.Select(AddressRange.FromIpv4Address)),
        (1, Gen.Select(Addresses, Addresses).Select((a, b) => a.Value < b.Value ? AddressRange.Parse($"{a}-{b}") : AddressRange.Parse($"{b}-{a}"))));

    /// <summary>Each half of all addresses: neither is everything, both are.</summary>
    public static Gen<AddressRange> Halves { get; } = OneOf(AddressRange.Parse, "0.0.0.0/1", "128.0.0.0/1");

    /// <summary>Sources: mostly such that the pods are among them, or half of them.</summary>
    public static Gen<AddressRange> Sources { get; } = Gen.Frequency(
        (6, OneOf(AddressRange.Parse, "*", "10.42.0.0/16", "10.42.1.0/24", "10.42.1.0/25", "10.42.1.4", "10.42.1.5-10.42.1.127", "10.42.1.128-10.42.4.9")),
        (1, Ranges));

    public static Gen<PortRange> Ports { get; } = OneOf(PortRange.Parse, "*", "*", "443", "443", "80", "22", "79-81", "1-443", "444-65535", "1-65535");

    public static Gen<int> FlowPorts { get; } = OneOf(int.Parse, "443", "443", "443", "80", "80", "22", "79", "81", "82", "444", "1", "65535");

    public static Gen<ServiceTag> ServiceTags { get; } = OneOf(
        ServiceTag.Parse, "AzureCloud", "azurecloud", "AzureCloud.eastus", "AzureCloud.westus", "Storage", "Storage.eastus", "storage.EastUS", "AzureMonitor", "SomethingNew", "SomethingNew.eastus");

    public static Gen<Fqdn> Hosts { get; } = OneOf(
        Fqdn.Parse, "contoso.com", "API.contoso.com.", "a.api.contoso.com", "evilcontoso.com", "mcr.microsoft.com", "eastus.data.mcr.microsoft.com", "microsoft.com", "x.hcp.eastus.azmk8s.io", "x.hcp.westus.azmk8s.io",
        "download.windowsupdate.com", "a.blob.core.windows.net", "core.windows.net", "notcore.windows.net", "monitoring.azure.com", "example.org");

    public static Gen<FqdnPattern> Patterns { get; } = Gen.Frequency(
        (1, Hosts.Select(FqdnPattern.FromFqdn)),
        (1, OneOf(FqdnPattern.Parse, "*", "*.contoso.com", "*CONTOSO.com", "*.api.contoso.com.", "*.com", "*core.windows.net", "*.windows.net", "*.hcp.eastus.azmk8s.io")));

    public static Gen<FqdnTag> FqdnTags { get; } = OneOf(FqdnTag.Parse, "AzureKubernetesService", "azurekubernetesservice", "WindowsUpdate", "Office365.Exchange.Optimize", "SomethingNew");

    public static Gen<ApplicationProtocol> ApplicationProtocols { get; } = Gen.OneOf(
        ApplicationProtocol.Https, ApplicationProtocol.Https, ApplicationProtocol.Http, new(ApplicationProtocolType.Https, 80), new(ApplicationProtocolType.Http, 443), new(ApplicationProtocolType.Https, 22));

    public static Gen<ValueList<T>> Some<T>(Gen<T> values, int min, int max) =>
        values.Array[min, max].Select(items => items.Distinct().ToValueList());

    private static Gen<T> OneOf<T>(Func<string, T> parse, params string[] texts) => Gen.OneOf([.. texts.Select(parse)]);
}
