using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Parsing;

namespace AksEgress.Tests.Model;

public sealed class EqualityTests
{
    [Fact]
    public void Topologies_that_say_the_same_are_equal_wherever_they_say_it()
    {
        const string text = "name: a\nlocation: eastus\nnetwork: { addressSpace: [10.0.0.0/16], subnets: [{ name: x, prefix: 10.0.0.0/24 }] }";
        var (here, there) = (TopologyDocument.Parse(text, "here").Topology!, TopologyDocument.Parse("\n\n" + text, "there").Topology!);

        Assert.NotEqual(here.Origin.Span, there.Origin.Span);
        Assert.Equal(here, there);
        Assert.Equal(here.GetHashCode(), there.GetHashCode());
        Assert.Equal(here, new EgressTopology
        {
            Name = "a",
            Location = "eastus",
            Network = new() { AddressSpace = [Cidr.Parse("10.0.0.0/16")], Subnets = [new() { Name = "x", Prefix = Cidr.Parse("10.0.0.0/24") }] },
        });
    }

    [Fact]
    public void Topologies_that_differ_deep_inside_are_not_equal()
    {
        var topology = new EgressTopology { Name = "a", Location = "eastus", Network = new() { AddressSpace = [], Subnets = [new() { Name = "x", Prefix = Cidr.All }] } };

        Assert.NotEqual(topology, topology with { Network = topology.Network with { Subnets = [topology.Network.Subnets[0] with { Name = "y" }] } });
    }

    [Fact]
    public void Lists_are_equal_by_their_elements_in_their_order()
    {
        ValueList<int> list = [1, 2, 3];

        Assert.True(list.Equals([1, 2, 3]));
        Assert.Equal(list.GetHashCode(), new[] { 1, 2, 3 }.ToValueList().GetHashCode());
        Assert.False(list.Equals([3, 2, 1]));
        Assert.False(list.Equals([1, 2]));
        Assert.False(list.Equals(null));
        Assert.True(ValueList<int>.Empty.Equals([]));
    }

    [Fact]
    public void A_derived_origin_has_the_place_alone()
    {
        var span = new SourceSpan("a", 1, 1, 1, 2);
        var origin = new Origin(span, new OriginMember("Name", -1, new("a", 2, 1, 2, 2)), new OriginMember("Name", -1, span, IsUnreadable: true));

        Assert.True(origin.IsUnreadable("Name"));
        Assert.False(origin.Derived.IsUnreadable("Name"));
        Assert.Equal(span, origin.Derived.Of("Name"));
    }
}
