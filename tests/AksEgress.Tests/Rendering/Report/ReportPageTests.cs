using AksEgress.Tests.Compilation;
using Microsoft.Playwright;
using Xunit;

namespace AksEgress.Tests.Rendering.Report;

/// <summary>The page as people meet it: in a browser, on a phone and on a desk, in light and in dark, on paper.</summary>
public sealed class ReportPageTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static MatrixTheoryData<string, int, ColorScheme> Screens { get; } = new(["walkthrough", "long-names", "rich"], [360, 1280], [ColorScheme.Light, ColorScheme.Dark]);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Nobody_is_kept_out_and_nothing_is_loaded(string name, int width, ColorScheme scheme)
    {
        var requests = new List<string>();
        await using var context = await OpenContextAsync(width, scheme);
        var page = await context.NewPageAsync();
        page.Request += (_, request) => requests.Add(request.Url);
        var url = await LoadAsync(page, name);

        await ShowAsync(page, $"{name}-{width}-{scheme}");
        Assert.Equal([url], requests);
        Assert.Equal("[]", await page.EvaluateAsync<string>("async source => { (0, eval)(source); return JSON.stringify((await axe.run()).violations.map(v => v.id + ' ' + v.nodes.map(n => n.html)), null, 1); }", browser.Axe));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData("walkthrough")]
    [InlineData("rich")]
    public async Task On_paper_nothing_is_cut_off(string name)
    {
        const int PaperWidth = 718;
        await using var context = await OpenContextAsync(PaperWidth, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await LoadAsync(page, name);

        await ShowAsync(page, $"{name}-print");
        Assert.Equal(PaperWidth, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.False(await page.Locator("nav").IsVisibleAsync());
    }

    [Fact]
    public async Task No_text_of_the_picture_leaves_its_box_or_meets_another()
    {
        await using var context = await OpenContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        foreach (var name in (string[])["walkthrough", "long-names", "rich"])
        {
            await LoadAsync(page, name);
            Assert.Equal("[]", await page.EvaluateAsync<string>(
                """
                () => {
                  const boxes = [...document.querySelectorAll('svg rect')].map(rect => rect.getBBox());
                  const texts = [...document.querySelectorAll('svg text')].map(text => ({ text: text.textContent, box: text.getBBox() }));
                  const meets = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y + 2 < b.y + b.height && b.y + 2 < a.y + a.height;
                  const holds = (a, b) => a.x <= b.x && b.x + b.width <= a.x + a.width && a.y <= b.y && b.y + b.height <= a.y + a.height;
                  return JSON.stringify([
                    ...texts.filter((a, i) => texts.some((b, j) => j > i && meets(a.box, b.box))),
                    ...texts.filter(a => boxes.some(box => meets(a.box, box) && !holds(box, a.box))),
                  ].map(a => a.text));
                }
                """));
        }
    }

    /// <summary>Leaves a picture for people to look at, where they name a folder for it.</summary>
    private static async Task ShowAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("AKSEGRESS_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    private async Task<IBrowserContext> OpenContextAsync(int width, ColorScheme scheme)
    {
        var chromium = await browser.StartAsync();
        // The page's own policy forbids scripts; axe-core is one.
        return await chromium.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme, BypassCSP = true });
    }

    private async Task<string> LoadAsync(IPage page, string name)
    {
        var url = new Uri(_folder.Write($"{name}.html", ReportPages.Page(name))).AbsoluteUri;
        await page.GotoAsync(url);
        return url;
    }
}
