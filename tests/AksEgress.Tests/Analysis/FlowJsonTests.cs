using System.Buffers;
using System.Text;
using System.Text.Json;
using AksEgress.Analysis;
using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Tests.Infrastructure;
using CsCheck;

namespace AksEgress.Tests.Analysis;

/// <summary>Flows and answers as JSON.</summary>
public sealed class FlowJsonTests
{
    private const string Alphabet = "{}[]:,\"\\ufromtaddesprlchi0123456789.-e \t\r\n\0é";

    private static readonly EgressAnalysis _analysis =
        TopologyDocument.Parse(File.ReadAllBytes(Repository.PathOf("samples", "Walkthrough", "walkthrough.egress.yaml"))).Topology!.Analyze();

    [Theory]
    [InlineData("""{"to":"mcr.microsoft.com"}""", "any pod → mcr.microsoft.com https/443")]
    [InlineData("""{"from":"aks-subnet","to":"MCR.microsoft.com.","address":"1.2.3.4","port":8443,"protocol":"HTTPS"}""", "aks-subnet → mcr.microsoft.com (1.2.3.4) https/8443")]
    [InlineData("""{"from":"10.42.1.5","to":"1.2.3.4","protocol":"icmp"}""", "10.42.1.5 → 1.2.3.4 icmp")]
    [InlineData("""{"from":null,"to":"frontend-2","port":80,"protocol":"tcp"}""", "any pod → frontend-2 tcp/80")]
    [InlineData("""{"to":"a.b","port":443.0}""", "any pod → a.b https/443")]
    [InlineData("""{"to":"a.b","port":8.443E3}""", "any pod → a.b https/8443")]
    [InlineData("""{"to":"db.contoso.com","protocol":"mssql"}""", "any pod → db.contoso.com mssql/1433")]
    public void A_flow_is_read(string line, string expected)
    {
        Assert.True(FlowJson.TryRead(Encoding.UTF8.GetBytes(line), out var flow, out var problem), problem);
        Assert.Equal(expected, flow.ToString());
    }

    [Theory]
    [InlineData("", "is not a JSON object")]
    [InlineData("[]", "is not a JSON object")]
    [InlineData("""{"to":"a.b"} {}""", "is not a JSON object")]
    [InlineData("""{"to":"\ud800"}""", "is not a JSON object")]
    [InlineData("{}", "does not say where it goes")]
    [InlineData("""{"to":"a.b","prot":1}""", "The key 'prot' means nothing here. Did you mean 'port'?")]
    [InlineData("""{"to":"a.b","to":"a.c"}""", "stands here a second time")]
    [InlineData("""{"to":"a.b","port":"443"}""", "'port' takes a number")]
    [InlineData("""{"to":"a.b","port":1.5}""", "1.5 is no port. Write a number from 1 to 65535.")]
    [InlineData("""{"to":"a.b","port":-1}""", "-1 is no port")]
    [InlineData("""{"to":"a.b","port":0.0}""", "0 is no port")]
    [InlineData("""{"to":"a.b","port":44300000000000}""", "44300000000000 is no port")]
    [InlineData("""{"to":"a.b","port":1e999}""", "1e999 is no port")]
    [InlineData("""{"to":"a.b","port":65536}""", "65536 is no port")]
    [InlineData("""{"to":"a.b","protocol":"tcp"}""", "With tcp the port must be said")]
    [InlineData("""{"to":"a.b","port":1,"protocol":"icmp"}""", "ICMP has no port")]
    [InlineData("""{"to":"a.b","protocol":"htps"}""", "Did you mean 'https'?")]
    [InlineData("""{"to":"*.b"}""", "wildcard")]
    [InlineData("""{"to":"1.2.3.4","address":"1.2.3.4"}""", "An address is of a host")]
    [InlineData("""{"to":"a.b","address":"1.2.3"}""", "not an IPv4 address")]
    [InlineData("""{"to":"a.b","from":""}""", "'from' is empty")]
    [InlineData("""{"to":"2001:db8::1"}""", "'2001:db8::1' is an IPv6 address")]
    [InlineData("""{"to":"a.b","address":"[2001:db8::1]"}""", "'[2001:db8::1]' is an IPv6 address")]
    [InlineData("""{"to":"a.b","from":"fe80::1"}""", "have IPv4 addresses alone")]
    public void What_is_no_flow_has_a_problem(string line, string expected)
    {
        Assert.False(FlowJson.TryRead(Encoding.UTF8.GetBytes(line), out _, out var problem));
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subnet_that_is_not_there_is_a_problem_of_the_topology() => Assert.Equal(
        "The topology has no subnet 'aks-sunbet'. Did you mean 'aks-subnet'?",
        _analysis.FindProblem(new() { From = FlowSource.OfSubnet("aks-sunbet"), To = Fqdn.Parse("a.b"), Port = 443, Protocol = FlowProtocol.Https }));

    [Fact]
    public void Any_bytes_are_a_flow_or_a_problem() => Gen.Byte.Array[0, 200].Sample(Check, iter: 20_000);

    [Fact]
    public void Any_text_of_jsons_own_characters_is_a_flow_or_a_problem() =>
        Gen.Char[Alphabet].Array[0, 120].Sample(characters => Check(Encoding.UTF8.GetBytes(characters)), iter: 20_000);

    [Fact]
    public void Any_mutation_of_a_good_line_is_a_flow_or_a_problem()
    {
        var good = """{"from":"aks-subnet","to":"mcr.microsoft.com","address":"1.2.3.4","port":443,"protocol":"https"}"""u8.ToArray();
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, 8], Gen.Char[Alphabet].Array[0, 4]).Sample(
            (start, length, text) => Check([.. good[..start], .. Encoding.UTF8.GetBytes(text), .. good[Math.Min(start + length, good.Length)..]]), iter: 20_000);
    }

    [Fact]
    public void Lines_have_numbers_and_one_that_is_too_long_is_one_problem()
    {
        var text = "\uFEFF{\"to\":\"a.b\"}\n\n  \r\n" + new string('x', 200_000) + "\n{\"to\":\"a.c\"}";
        var lines = FlowJson.ReadLines(new MemoryStream(Encoding.UTF8.GetBytes(text))).ToList();

        Assert.Equal([1, 4, 5], lines.Select(line => line.Number));
        Assert.Contains("more than 16384 bytes", lines[1].Problem, StringComparison.Ordinal);
        Assert.Equal("any pod → a.c https/443", lines[2].Flow?.ToString());
    }

    [Fact]
    public void An_answer_repeats_its_flow_and_has_the_members_that_scripts_rely_on()
    {
        Assert.True(FlowJson.TryRead("""{"to":"mcr.microsoft.com"}"""u8, out var flow, out _));
        using var answer = JsonDocument.Parse(Json(_analysis.Explain(flow)));

        Assert.Equal(
            ["flow", "verdict", "stage", "rule", "route", "egress", "return", "dependsOn", "because", "candidates", "assumptions", "steps"],
            answer.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("""{"from":"any pod","to":"mcr.microsoft.com","port":443,"protocol":"https"}""", answer.RootElement.GetProperty("flow").GetRawText());
        Assert.Equal("""{"group":"DefaultApplicationRuleCollectionGroup","collection":"aksfwar","name":"fqdn"}""", answer.RootElement.GetProperty("rule").GetRawText());
        Assert.Equal(
            ["table", "name", "prefix", "nextHopType", "nextHopIpAddress"],
            answer.RootElement.GetProperty("route").EnumerateObject().Select(member => member.Name));
        Assert.Equal(20, answer.RootElement.GetProperty("egress").GetArrayLength());
    }

    private static void Check(byte[] bytes)
    {
        var isFlow = FlowJson.TryRead(bytes, out var flow, out var problem);
        Assert.Equal(isFlow, flow is not null);
        Assert.NotEqual(isFlow, problem is not null);
        foreach (var line in FlowJson.ReadLines(new MemoryStream(bytes)))
        {
            Assert.NotEqual(line.Flow is null, line.Problem is null);
        }

        if (flow is not null && _analysis.FindProblem(flow) is null)
        {
            // What is written can be read again.
            using var answer = JsonDocument.Parse(Json(_analysis.Explain(flow)));
            Assert.True(FlowJson.TryRead(Encoding.UTF8.GetBytes(answer.RootElement.GetProperty("flow").GetRawText()), out var again, out problem), problem);
            Assert.Equal(flow, again);
        }
    }

    private static ReadOnlyMemory<byte> Json(FlowAnswer answer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            FlowAnswerJson.Write(json, answer);
        }

        return buffer.WrittenMemory;
    }
}
