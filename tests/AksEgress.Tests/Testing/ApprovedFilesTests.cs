using AksEgress.Model;
using AksEgress.Testing;
using AksEgress.Tests.Infrastructure;
using AksEgress.Tests.Resolution;

namespace AksEgress.Tests.Testing;

/// <summary>Files that somebody approved: named as Verify does, never made by a run, compared without line ends.</summary>
public sealed class ApprovedFilesTests : IDisposable
{
    private static readonly EgressTopology _shop = Topologies.Small with { Name = "shop" };

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("aksegress-");

    private string Test => Path.Combine(_root.FullName, "PolicyTests.cs");

    private string Approved => Path.Combine(_root.FullName, "PolicyTests.Files", "shop");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void New_files_are_received_and_not_accepted()
    {
        var failure = Fails(_shop);
        Assert.StartsWith("The files of 'shop' are not as approved.\nRead X.received.* in ", failure, StringComparison.Ordinal);
        Assert.Contains("\n  new: main.bicep\n  new: main.bicepparam", failure, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Approved, "modules", "network.received.bicep")));
        Assert.Empty(Files("verified"));

        Assert.Equal(failure, Fails(_shop));
    }

    [Fact]
    public void What_is_approved_holds_whatever_its_line_ends_and_mark()
    {
        Approve();
        Compare(_shop);
        foreach (var file in Files("verified"))
        {
            File.WriteAllText(file, File.ReadAllText(file).ReplaceLineEndings("\r\n"), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        }

        Compare(_shop);
        Assert.Empty(Files("received"));
    }

    [Fact]
    public void A_change_is_told_with_its_line_and_received_until_it_is_mended()
    {
        Approve();
        var changed = _shop with { Location = "westeurope" };

        Assert.Matches(@"\n  changed: main\.bicep[a-z]*, line [0-9]+:\n    approved: .*eastus.*\n    received: .*westeurope", Fails(changed));
        Assert.NotEmpty(Files("received"));
        Compare(_shop);
        Assert.Empty(Files("received"));
    }

    [Fact]
    public void What_is_no_longer_written_fails()
    {
        Approve();
        File.WriteAllText(Path.Combine(Approved, "modules", "old.verified.bicep"), "");

        Assert.EndsWith($"\n  no longer written: {Path.Combine("modules", "old.verified.bicep")}", Fails(_shop), StringComparison.Ordinal);
    }

    [Fact]
    public void What_other_tests_received_stays()
    {
        Approve();
        var other = Path.Combine(Approved, "modules", "other.received.bicep");
        File.WriteAllText(other, "");
        File.WriteAllText(Path.Combine(Approved, "main.received.bicep"), "");
        Compare(_shop);

        Assert.Equal([other], Files("received"));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_pipe_is_approved_by_nobody()
    {
        Approve();
        var approved = Path.Combine(Approved, "main.verified.bicep");
        File.Delete(approved);
        await ExternalTool.RunAsync(ExternalTool.Find("mkfifo"), [approved]);

        Assert.Contains("is a pipe or a device", (await Assert.ThrowsAnyAsync<IOException>(() => Task.Run(() => Compare(_shop), TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Topologies_of_one_test_do_not_meet()
    {
        Approve();
        Fails(_shop with { Name = "stage" });
        Compare(_shop);
    }

    [Fact]
    public void An_invalid_topology_fails_with_its_findings() =>
        Assert.Contains("error AKSE", Fails(_shop with { Network = _shop.Network with { AddressSpace = [] } }), StringComparison.Ordinal);

    [Fact]
    public void A_path_of_a_deterministic_build_is_found_from_where_the_tests_run()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "PolicyTests.Files");
        var source = Path.Combine(AppContext.BaseDirectory, "PolicyTests.cs");
        try
        {
            File.WriteAllText(source, "");
            Assert.Contains(folder, Fails(_shop, "/_/PolicyTests.cs"), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(source);
            Directory.Delete(folder, recursive: true);
        }

        Assert.Contains("'/_/Missing.cs' is not on this machine", Fails(_shop, "/_/Missing.cs"), StringComparison.Ordinal);
    }

    private void Compare(EgressTopology topology, string? testFile = null)
    {
        File.WriteAllText(Test, "");
        topology.AssertRendersAsApproved(testFile ?? Test, "Files");
    }

    private string Fails(EgressTopology topology, string? testFile = null) => Assert.Throws<EgressAssertionException>(() => Compare(topology, testFile)).Message;

    private void Approve()
    {
        Fails(_shop);
        foreach (var file in Files("received"))
        {
            File.Move(file, file.Replace(".received.", ".verified.", StringComparison.Ordinal));
        }
    }

    private string[] Files(string state) => Directory.GetFiles(_root.FullName, $"*.{state}.*", SearchOption.AllDirectories);
}
