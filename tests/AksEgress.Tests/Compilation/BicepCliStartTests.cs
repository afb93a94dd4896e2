using AksEgress.Compilation;
using Xunit;

namespace AksEgress.Tests.Compilation;

public sealed class BicepCliStartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_missing_file_cannot_be_started() => await CannotBeStartedAsync(Path.Combine(_folder.Path, "bicep"));

    [Fact]
    public async Task A_missing_folder_cannot_be_started_in() => await CannotBeStartedAsync(Path.Combine(_folder.Path, "missing", "bicep"));

    [Fact]
    public async Task A_folder_cannot_be_started() => await CannotBeStartedAsync(_folder.Path);

    [Fact]
    public async Task A_file_without_the_execute_bit_cannot_be_started() => await CannotBeStartedAsync(_folder.Write("bicep", "#!/bin/bash\n"));

    [Fact]
    public async Task A_file_made_for_another_machine_cannot_be_started()
    {
        var path = _folder.Write("bicep", "\u007fELF and then nothing of use");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await CannotBeStartedAsync(path);
    }

    private static async Task CannotBeStartedAsync(string path)
    {
        var exception = await Assert.ThrowsAsync<BicepCliException>(() => BicepCli.StartAsync(path, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains($"'{path}' cannot be started", exception.Message, StringComparison.Ordinal);
        Assert.Contains("chmod +x", exception.Message, StringComparison.Ordinal);
    }
}
