using AksEgress.Diagnostics;

namespace AksEgress.Tests.Diagnostics;

/// <summary>The nearest word is found although most are not measured to the end.</summary>
public sealed class NearestWordTests
{
    private static readonly string[] _words = ["storage", "sql", "keyvault", "AzureMonitor", "AzureMonitors", "a"];

    [Theory]
    [InlineData("storgae", "storage")]
    [InlineData("STORAGES", "storage")]
    [InlineData("sqql", "sql")]
    [InlineData("keyvalt", "keyvault")]
    [InlineData("AzreMonitor", "AzureMonitor")]
    [InlineData("AzureMonitorss", "AzureMonitors")]
    [InlineData("zAureMontiro", "AzureMonitor")]
    [InlineData("b", "a")]
    [InlineData("sto", null)]
    [InlineData("qwertyuiop", null)]
    public void The_nearest_is_found(string word, string? expected) => Assert.Equal(expected, NearestWord.Find(word, _words));

    [Theory]
    [InlineData("keyvalut", "keyvault")]
    [InlineData("keyvalt", "keyvault")]
    [InlineData("kyvalt", null)]
    public void One_slip_can_be_the_end(string word, string? expected) => Assert.Equal(expected, NearestWord.Find(word, _words, maxDistance: 1));

    [Fact]
    public void Of_many_words_some_are_listed() =>
        Assert.Equal("Known are: w0, w1, w2, w3, w4, w5, w6, w7, w8, w9, w10, w11, w12, w13, w14, w15, w16, w17, w18, w19, ….", NearestWord.Suggest("qwertz", [.. Enumerable.Range(0, 21).Select(number => $"w{number}")]));
}
