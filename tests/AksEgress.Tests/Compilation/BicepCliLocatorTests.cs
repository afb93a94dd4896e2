using AksEgress.Compilation;
using Xunit;

namespace AksEgress.Tests.Compilation;

public sealed class BicepCliLocatorTests : IDisposable
{
    private static readonly string Name = OperatingSystem.IsWindows() ? "bicep.exe" : "bicep";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_search_path_comes_before_the_copy_of_az()
    {
        var first = Executable("first");
        Assert.Equal(first, BicepCliLocator.Find(Join(Folder(first), Folder(Executable("second"))), Folder(Executable("az"))));
    }

    [Fact]
    public void The_copy_of_az_comes_last()
    {
        var az = Executable("az");
        Assert.Equal(az, BicepCliLocator.Find(Join(_folder.Path, Path.Combine(_folder.Path, "missing")), Folder(az)));
    }

    [Fact]
    public void Quotes_blanks_and_empty_entries_do_not_hide_a_folder()
    {
        var path = Executable("path");
        Assert.Equal(path, BicepCliLocator.Find(Join("", $" \"{Folder(path)}\" ", ""), null));
    }

    [Fact]
    public void Relative_entries_are_passed_over()
    {
        var path = Executable("path");
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), Folder(path));
        Assert.True(File.Exists(Path.Combine(relative, Name)));
        Assert.Null(BicepCliLocator.Find(Join(relative, "."), relative));
    }

    [Fact]
    public void A_folder_of_that_name_is_no_executable()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, Name));
        Assert.Null(BicepCliLocator.Find(_folder.Path, null));
    }

    [Fact]
    public void A_file_on_the_search_path_that_may_not_be_executed_is_passed_over()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such bit.");
        var plain = _folder.Write($"plain/{Name}", "");
        var path = Executable("path");
        Assert.Equal(path, BicepCliLocator.Find(Join(Folder(plain), Folder(path)), null));
    }

    [Fact]
    public void Nothing_known_is_nothing_found() => Assert.Null(BicepCliLocator.Find(null, null));

    private static string Folder(string file) => Path.GetDirectoryName(file)!;

    private static string Join(params string[] folders) => string.Join(Path.PathSeparator, folders);

    private string Executable(string folder)
    {
        var path = _folder.Write(Path.Combine(folder, Name), "");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }
}
