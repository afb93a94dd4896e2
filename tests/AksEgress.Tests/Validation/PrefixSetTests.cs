using AksEgress.Model;
using AksEgress.Validation;

namespace AksEgress.Tests.Validation;

public sealed class PrefixSetTests
{
    private static readonly string[] _prefixes = ["192.168.0.0/16", "10.42.0.0/16", "10.42.7.0/24", "1.0.0.0/8", "10.50.3.128/25", "10.42.0.0/16"];
    private static readonly PrefixSet _set = new(_prefixes.Select(Cidr.Parse));

    [Theory]
    [InlineData("10.42.0.0/16", true)]
    [InlineData("10.42.7.0/24", true)]
    [InlineData("10.42.0.0/15", false)]
    [InlineData("10.43.0.0/16", false)]
    [InlineData("10.50.3.128/25", true)]
    [InlineData("10.50.3.0/24", false)]
    [InlineData("0.0.0.0/0", false)]
    [InlineData("192.168.255.255/32", true)]
    [InlineData("192.169.0.0/32", false)]
    [InlineData("1.0.0.0/32", true)]
    [InlineData("0.255.255.255/32", false)]
    public void A_prefix_lies_in_one_of_the_set(string prefix, bool isInside) =>
        Assert.Equal(isInside, _set.Contains(Cidr.Parse(prefix)));

    [Fact]
    public void Many_prefixes_are_found_as_by_looking_at_each()
    {
        var prefixes = Enumerable.Range(0, 500).Select(i => new Cidr(new((uint)(i * 7919 % 4096) << 12), 20 + (i % 5))).ToList();
        var set = new PrefixSet(prefixes);

        Assert.All(
            Enumerable.Range(0, 2000).Select(i => new Cidr(new((uint)(i * 104729 % 65536) << 8), 24)),
            asked => Assert.Equal(prefixes.Exists(prefix => prefix.Contains(asked)), set.Contains(asked)));
    }

    [Theory]
    [InlineData("10.42.7.9/32", "10.42.0.0/16")]
    [InlineData("10.50.3.200/32", "10.50.3.128/25")]
    [InlineData("10.50.3.1/32", null)]
    public void The_widest_one_is_found(string prefix, string? found) => Assert.Equal(found, _set.Find(Cidr.Parse(prefix))?.ToString());

    [Theory]
    [InlineData("0.0.0.0/0", true)]
    [InlineData("0.0.0.0/1 128.0.0.0/1", true)]
    [InlineData("192.0.0.0/2 0.0.0.0/1 10.0.0.0/8 128.0.0.0/2", true)]
    [InlineData("0.0.0.0/1 0.0.0.0/1", false)]
    [InlineData("0.0.0.0/1 128.0.0.0/2 192.0.0.0/3", false)]
    public void Parts_may_be_everything_together(string prefixes, bool isEverything) => Assert.Equal(isEverything, new PrefixSet(prefixes.Split(' ').Select(Cidr.Parse)).IsEverything);

    [Fact]
    public void An_empty_set_contains_nothing() => Assert.False(new PrefixSet([]).Contains(Ipv4Address.Parse("10.0.0.1")));
}
