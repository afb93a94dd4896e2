using AksEgress.Tests.Compilation;

namespace AksEgress.Tests;

/// <summary>Only what really lies in the output folder is removed from it.</summary>
public sealed class OutputFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_goes_with_the_folders_that_it_leaves_empty()
    {
        var file = _folder.Write("out/shop/modules/a.bicep", "");
        _folder.Write("out/notes.txt", "");

        Assert.True(OutputFolder.Delete(file, "shop/modules/a.bicep"));
        Assert.True(OutputFolder.Delete(file, "shop/modules/a.bicep"));
        Assert.Equal(["notes.txt"], Directory.EnumerateFileSystemEntries(Path.Combine(_folder.Path, "out")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("precious.txt", "other.txt")]
    [InlineData("precious.txt", "../precious.txt")]
    [InlineData("precious.txt", "out/../precious.txt")]
    [InlineData("precious.txt", "/precious.txt/")]
    [InlineData("link.txt", "link.txt")]
    [InlineData("out/link/precious.txt", "link/precious.txt")]
    [InlineData("out/link/precious.txt", "out/link/precious.txt")]
    public void What_lies_elsewhere_stays(string file, string relativePath)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links want a privilege there.");
        var precious = _folder.Write("precious.txt", "");
        _folder.Write("out/shop/a.bicep", "");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "link.txt"), precious);
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "out", "link"), _folder.Path);

        Assert.False(OutputFolder.Delete(Path.Combine(_folder.Path, file), relativePath));
        Assert.True(File.Exists(precious));
    }

    [Fact]
    public void An_output_folder_that_is_a_link_stays_and_what_lies_in_it_goes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links want a privilege there.");
        var file = _folder.Write("real/shop/a.bicep", "");
        var link = Path.Combine(_folder.Path, "out");
        Directory.CreateSymbolicLink(link, Path.Combine(_folder.Path, "real"));

        Assert.True(OutputFolder.Delete(Path.Combine(link, "shop", "a.bicep"), "shop/a.bicep"));
        Assert.False(File.Exists(file));
        Assert.Empty(Directory.EnumerateFileSystemEntries(link));
    }
}
