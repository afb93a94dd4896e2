using AksEgress.Model;
using CsCheck;

namespace AksEgress.Tests.Model;

public sealed class ValueTypeTests
{
    private static readonly Gen<Ipv4Address> _address = Gen.UInt.Select(value => new Ipv4Address(value));

    private static readonly Gen<Cidr> _prefix = Gen.Select(Gen.UInt, Gen.Int[0, 32]).Select((value, length) => new Cidr(new(length == 0 ? 0 : value & (uint.MaxValue << (32 - length))), length));

    private static readonly Gen<string> _label = Gen.Char["abcxyz019"].Array[1, 8].Select(characters => new string(characters));

    private static readonly Gen<string> _host = Gen.Select(_label.Array[1, 4], _label).Select((labels, last) => string.Join('.', labels) + ".a" + last);

    [Fact]
    public void What_is_printed_is_read_as_the_same_value()
    {
        _address.Sample(value => Assert.Equal(value, Ipv4Address.Parse(value.ToString())));
        _prefix.Sample(value => Assert.Equal(value, Cidr.Parse(value.ToString())));
        Gen.OneOf(
                _address.Select(AddressRange.FromIpv4Address),
                _prefix.Select(AddressRange.FromCidr),
                Gen.Select(_address, _address).Select((a, b) => AddressRange.Parse(a.Value <= b.Value ? $"{a}-{b}" : $"{b}-{a}")),
                Gen.Const(AddressRange.Any))
            .Sample(value => Assert.Equal(value, AddressRange.Parse(value.ToString())));
        Gen.Select(Gen.Int[1, 65535], Gen.Int[1, 65535]).Select((a, b) => PortRange.Parse($"{Math.Min(a, b)}-{Math.Max(a, b)}")).Sample(value => Assert.Equal(value, PortRange.Parse(value.ToString())));
        Gen.Int[100, 65000].Sample(value => Assert.Equal(value, ValueProblem.Parse<Priority>(new Priority(value).ToString()).Value));
        _host.Sample(value => Assert.Equal(value, Fqdn.Parse(value).ToString()));
        _host.Sample(value => Assert.Equal("*." + value, FqdnPattern.Parse("*." + value).ToString()));
        Gen.Int[1, 250].Sample(value => Assert.Equal(value, ValueProblem.Parse<DnatDestination>(DnatDestination.OfFrontend(value).ToString()).Frontend));
    }

    [Fact]
    public void A_prefix_holds_the_addresses_from_its_first_to_its_last() =>
        Gen.Select(_prefix, _address).Sample((prefix, address) =>
        {
            Assert.Equal(address.Value >= prefix.First.Value && address.Value <= prefix.Last.Value, prefix.Contains(address));
            Assert.Equal(prefix.Count, (long)prefix.Last.Value - prefix.First.Value + 1);
            Assert.Equal(prefix.ToString(), prefix.ToIPNetwork().ToString());
        });

    [Fact]
    public void Prefixes_overlap_when_they_share_an_address() =>
        Gen.Select(_prefix, _prefix).Sample((a, b) => Assert.Equal(a.First.Value <= b.Last.Value && b.First.Value <= a.Last.Value, a.Overlaps(b)));

    [Theory]
    [InlineData("10.42.2")]
    [InlineData("10.42.2.4.5")]
    [InlineData("10.42.2.256")]
    [InlineData("010.42.2.4")]
    [InlineData("10.42.2.00")]
    [InlineData("0x0a.42.2.4")]
    [InlineData("10.42.2.4 ")]
    [InlineData("+10.42.2.4")]
    [InlineData("10.42..4")]
    [InlineData("171573764")]
    [InlineData("::1")]
    [InlineData("::ffff:10.42.2.4")]
    [InlineData("١٠.42.2.4")]
    [InlineData("")]
    public void Addresses_have_four_decimal_numbers(string text) => Refuses<Ipv4Address>(text, "AKSE2001");

    [Theory]
    [InlineData("10.42.0.0", "AKSE2002")]
    [InlineData("10.42.0.0/", "AKSE2002")]
    [InlineData("10.42.0.0/33", "AKSE2002")]
    [InlineData("10.42.0.0/-1", "AKSE2002")]
    [InlineData("10.42.0.0/016", "AKSE2002")]
    [InlineData("10.42.0.0/255.255.0.0", "AKSE2002")]
    [InlineData("10.42/16", "AKSE2002")]
    [InlineData("fd00::/8", "AKSE2002")]
    [InlineData("10.42.0.0/16/16", "AKSE2002")]
    [InlineData("10.42.0.1/16", "AKSE2003")]
    [InlineData("10.42.1.0/23", "AKSE2003")]
    [InlineData("0.0.0.1/0", "AKSE2003")]
    public void Prefixes_have_a_length_and_no_host_bits(string text, string code) => Refuses<Cidr>(text, code);

    [Theory]
    [InlineData("10.0.0.9-10.0.0.1", "AKSE2004")]
    [InlineData("10.0.0.1-", "AKSE2004")]
    [InlineData("-10.0.0.1", "AKSE2004")]
    [InlineData("10.0.0.1-9", "AKSE2004")]
    [InlineData("**", "AKSE2004")]
    [InlineData("any", "AKSE2004")]
    [InlineData("10.0.0.1/24", "AKSE2003")]
    public void Ranges_go_from_a_lower_to_a_higher_address(string text, string code) => Refuses<AddressRange>(text, code);

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("080")]
    [InlineData("-1")]
    [InlineData("90-80")]
    [InlineData("80-")]
    [InlineData("80-90-100")]
    [InlineData("http")]
    [InlineData("8e1")]
    [InlineData("")]
    public void Ports_are_1_to_65535(string text) => Refuses<PortRange>(text, "AKSE2005");

    [Theory]
    [InlineData("contoso", "AKSE2006")]
    [InlineData("https://contoso.com", "AKSE2006")]
    [InlineData("contoso.com/path", "AKSE2006")]
    [InlineData("contoso.com:443", "AKSE2006")]
    [InlineData("10.42.2.4", "AKSE2006")]
    [InlineData("-a.contoso.com", "AKSE2006")]
    [InlineData("a..contoso.com", "AKSE2006")]
    [InlineData("müller.de", "AKSE2006")]
    [InlineData("a b.com", "AKSE2006")]
    [InlineData("a.com\n", "AKSE2006")]
    [InlineData("*.contoso.com", "AKSE2007")]
    public void Hosts_are_exact_names(string text, string code) => Refuses<Fqdn>(text, code);

    [Theory]
    [InlineData("www.contoso.*", "AKSE2007")]
    [InlineData("www.*.com", "AKSE2007")]
    [InlineData("*.*.com", "AKSE2007")]
    [InlineData("**", "AKSE2007")]
    [InlineData("*.", "AKSE2006")]
    [InlineData("", "AKSE2006")]
    public void Wildcards_stand_at_the_left(string text, string code) => Refuses<FqdnPattern>(text, code);

    [Theory]
    [InlineData("99")]
    [InlineData("65001")]
    [InlineData("0100")]
    [InlineData("first")]
    public void Priorities_are_100_to_65000(string text) => Refuses<Priority>(text, "AKSE2008");

    [Theory]
    [InlineData("ntp.ubuntu.com")]
    [InlineData("Azure Cloud")]
    [InlineData("AzureCloud.")]
    [InlineData(".eastus")]
    public void Service_tags_are_a_name_and_a_region(string text) => Refuses<ServiceTag>(text, "AKSE2009");

    [Theory]
    [InlineData("frontend-0")]
    [InlineData("frontend-x")]
    [InlineData("Frontend")]
    [InlineData("10.42.2.4/32")]
    public void Dnat_listens_on_frontends_and_addresses(string text) => Refuses<DnatDestination>(text, "AKSE2011");

    [Theory]
    [InlineData("GHCR.io.", "ghcr.io")]
    [InlineData("_sip.contoso.com", "_sip.contoso.com")]
    [InlineData("xn--mller-kva.de", "xn--mller-kva.de")]
    public void Hosts_are_lowered_and_lose_their_last_dot(string text, string host) => Assert.Equal(host, Fqdn.Parse(text).ToString());

    [Theory]
    [InlineData("http", "http:80")]
    [InlineData("HTTPS", "https:443")]
    [InlineData("https:8443", "https:8443")]
    public void Application_protocols_have_default_ports(string text, string printed) => Assert.Equal(printed, ValueProblem.Parse<ApplicationProtocol>(text).ToString());

    [Theory]
    [InlineData("tcp")]
    [InlineData("https:")]
    [InlineData("https:*")]
    [InlineData("https:0")]
    [InlineData("https:8443-8443")]
    [InlineData("https:8443-8444")]
    public void Application_protocols_have_one_port(string text) => Refuses<ApplicationProtocol>(text, "AKSE2005");

    [Fact]
    public void C_sharp_gets_an_exception_with_the_code() =>
        Assert.StartsWith("AKSE2003: ", Assert.Throws<FormatException>(() => Cidr.Parse("10.42.1.5/24")).Message, StringComparison.Ordinal);

    private static void Refuses<T>(string text, string code)
        where T : struct, IModelValue<T>
    {
        Assert.False(T.TryParse(text, out _, out var problem));
        Assert.Equal(code, problem.Descriptor.Code);
        Assert.Contains($"'{text}'", problem.Message, StringComparison.Ordinal);
    }
}
