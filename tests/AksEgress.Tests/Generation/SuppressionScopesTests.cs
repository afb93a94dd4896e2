using AksEgress.Diagnostics;
using AksEgress.Generation;
using AksEgress.Model;
using CsCheck;

namespace AksEgress.Tests.Generation;

public sealed class SuppressionScopesTests
{
    [Fact]
    public void Those_around_a_place_are_found_from_the_innermost_out()
    {
        var scopes = new SuppressionScopes([Scope("root"), Scope("first", 2, 10), Scope("outer", 10, 30), Scope("inner", 12, 20), Scope("innermost", 13, 14), Scope("last", 21, 25)]);

        Assert.Equal(["root"], At(scopes, 1));
        Assert.Equal(["first", "root"], At(scopes, 2));
        Assert.Equal(["outer", "root"], At(scopes, 10));
        Assert.Equal(["innermost", "inner", "outer", "root"], At(scopes, 13));
        Assert.Equal(["inner", "outer", "root"], At(scopes, 14));
        Assert.Equal(["outer", "root"], At(scopes, 20));
        Assert.Equal(["last", "outer", "root"], At(scopes, 21));
        Assert.Equal(["root"], At(scopes, 30));
    }

    [Fact]
    public void Every_nesting_gives_what_a_search_through_all_gives() =>
        Gen.Int[0, 31].Array[0, 40].Sample(nodes =>
        {
            // Nodes of a binary tree over 32 lines: they nest or lie apart.
            var all = nodes.Where(node => node > 0).Select(node =>
            {
                var level = 31 - System.Numerics.BitOperations.LeadingZeroCount((uint)node);
                var size = 32 >> level;
                var start = (node - (1 << level)) * size;
                return Scope(start.ToString(System.Globalization.CultureInfo.InvariantCulture), start + 1, start + size + 1);
            }).ToList();
            var scopes = new SuppressionScopes(all);
            for (var line = 1; line <= 33; line++)
            {
                var place = new SourceSpan("a", line, 1, line, 2);
                Assert.Equal(
                    all.Where(suppression => suppression.Scope.Line <= line && line < suppression.Scope.EndLine).ToHashSet<object>(ReferenceEqualityComparer.Instance),
                    scopes.Around(place).ToHashSet<object>(ReferenceEqualityComparer.Instance));
            }
        });

    private static IEnumerable<string> At(SuppressionScopes scopes, int line) => scopes.Around(new("a", line, 1, line, 2)).Select(suppression => suppression.Reason);

    private static Suppression Scope(string reason, int line = 0, int endLine = 0) =>
        new() { Code = "AKSE2224", Reason = reason, Scope = line == 0 ? SourceSpan.None : new("a", line, 1, endLine, 1) };
}
