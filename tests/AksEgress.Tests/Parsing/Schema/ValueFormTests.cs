using System.Text.RegularExpressions;
using AksEgress.Model;
using AksEgress.Parsing;
using CsCheck;

namespace AksEgress.Tests.Parsing.Schema;

/// <summary>What the reader takes for a value, the schema's form of it takes too: tried with all that is like the form's examples.</summary>
public sealed class ValueFormTests
{
    private static readonly Gen<string> _piece = Gen.Char["*.-/:_0123456789abzAZ"].Array[0, 3].Select(characters => new string(characters));

    [Fact]
    public void An_address() => Check<Ipv4Address>();

    [Fact]
    public void A_prefix() => Check<Cidr>();

    [Fact]
    public void A_range_of_addresses() => Check<AddressRange>();

    [Fact]
    public void A_service_tag() => Check<ServiceTag>();

    [Fact]
    public void An_fqdn_tag() => Check<FqdnTag>();

    [Fact]
    public void A_host() => Check<Fqdn>();

    [Fact]
    public void A_pattern_of_hosts() => Check<FqdnPattern>();

    [Fact]
    public void What_a_route_is_for() => Check<RouteDestination>();

    [Fact]
    public void What_inbound_traffic_is_addressed_to() => Check<DnatDestination>();

    [Fact]
    public void A_protocol_with_a_port() => Check<ApplicationProtocol>();

    [Fact]
    public void Ports() => Check<PortRange>();

    [Fact]
    public void A_priority() => Check<Priority>();

    [Fact]
    public void A_file_to_include() => Check<IncludePath>();

    private static void Check<T>()
        where T : struct, IModelValue<T>
    {
        var form = ValueForms.Of(typeof(T));
        var text = form["anyOf"]?[1] ?? form;
        var pattern = new Regex((string)text["pattern"]!);
        var examples = text["examples"]!.AsArray().Select(example => (string)example!).ToArray();
        Assert.All(examples, example => Assert.True(T.TryParse(example, out _, out var problem), problem?.Message));
        Gen.Select(Gen.Int[0, examples.Length - 1].Select(index => examples[index]), Gen.Int[0, 30], Gen.Int[0, 3], _piece).Sample(
            (example, start, length, piece) =>
            {
                start = Math.Min(start, example.Length);
                var mutated = example[..start] + piece + example[Math.Min(start + length, example.Length)..];
                Assert.True(!T.TryParse(mutated, out _, out _) || pattern.IsMatch(mutated), mutated);
            },
            iter: 20_000);
    }
}
