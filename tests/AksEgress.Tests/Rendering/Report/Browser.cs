using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using AksEgress.Tests.Compilation;
using AksEgress.Tests.Infrastructure;
using Microsoft.Playwright;
using Xunit;

namespace AksEgress.Tests.Rendering.Report;

/// <summary>A headless Chromium, and axe-core to judge what it shows. Where one of them is not to be had, tests are skipped with the reason; in CI they fail.</summary>
public sealed class Browser : IAsyncDisposable
{
    private const string AxeScript = "package/axe.min.js";

    private readonly SemaphoreSlim _gate = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _axe;

    /// <summary>The source of axe-core.</summary>
    public string Axe => _axe!;

    /// <summary>The browser, started for the first that asks.</summary>
    public async Task<IBrowser> StartAsync()
    {
        var chromium = ExternalTool.Find("chromium");
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _axe ??= await ReadAxeAsync();
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium });
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _gate.Dispose();
    }

    private static async Task<string> ReadAxeAsync()
    {
        using var folder = new TemporaryFolder();
        var result = await ExternalTool.RunAsync(ExternalTool.Find("npm"), ["pack", $"axe-core@{Repository.AxeCoreVersion}", "--silent", "--pack-destination", folder.Path], prepare: start => start.WorkingDirectory = folder.Path);
        if (result.ExitCode != 0)
        {
            Assert.False(ExternalTool.IsContinuousIntegration, $"npm has no axe-core; in CI it must. {result.Error}");
            Assert.Skip("npm has no axe-core; without a network it cannot.");
        }

        await using var packed = File.OpenRead(Directory.GetFiles(folder.Path, "*.tgz").Single());
        await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        await using var tar = new TarReader(unpacked);
        while (await tar.GetNextEntryAsync(cancellationToken: TestContext.Current.CancellationToken) is { } entry)
        {
            if (entry.Name == AxeScript)
            {
                using var reader = new StreamReader(entry.DataStream!, Encoding.UTF8);
                return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            }
        }

        throw new InvalidDataException($"axe-core has no {AxeScript}.");
    }
}
