using System.Globalization;
using AksEgress.Model;
using AksEgress.Rendering;
using AksEgress.Tests.Infrastructure;
using Xunit;

namespace AksEgress.Tests.Rendering;

/// <summary>The same topology gives the same bytes, wherever and however often it is rendered.</summary>
public sealed class DeterminismTests
{
    public static TheoryData<string> Cases => Case.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_culture_changes_nothing(string name)
    {
        var invariant = Render(name, CultureInfo.InvariantCulture);
        Assert.All((string[])["tr-TR", "de-DE", "ar-SA", "th-TH"], culture => Assert.Equal(invariant, Render(name, CultureInfo.GetCultureInfo(culture))));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rendering_again_and_at_the_same_time_changes_nothing(string name)
    {
        var first = FilesOf(name);
        var others = new ValueList<RenderedFile>[16];
        Parallel.For(0, others.Length, i => others[i] = FilesOf(name));
        Assert.All(others, other => Assert.Equal(first, other));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Resolving_again_changes_nothing(string name)
    {
        var resolved = Case.Read(name).Resolve();
        Assert.Equal(resolved, resolved.Resolve());
        Assert.Equal(resolved.Render(), resolved.Resolve().Render());
        Assert.Equal(resolved.RenderReport(), resolved.Resolve().RenderReport());
    }

    private static ValueList<RenderedFile> FilesOf(string name)
    {
        var topology = Case.Read(name).Resolve();
        return [.. topology.Render(), .. topology.RenderReport()];
    }

    private static ValueList<RenderedFile> Render(string name, CultureInfo culture)
    {
        var before = CultureInfo.CurrentCulture;
        var beforeOfTexts = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = culture;
            return FilesOf(name);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeOfTexts;
        }
    }
}
