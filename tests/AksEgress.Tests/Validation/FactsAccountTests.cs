using System.Text.RegularExpressions;
using AksEgress.Tests.Infrastructure;

namespace AksEgress.Tests.Validation;

/// <summary>The accounts of what became of the facts (<c>facts-*.md</c> beside the rules).</summary>
public sealed class FactsAccountTests
{
    private static readonly string _folder = Repository.PathOf("src", "AksEgress", "Validation");

    public static TheoryData<string> Accounts => [.. Directory.GetFiles(_folder, "facts-*.md").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Accounts))]
    public void Every_code_that_an_account_names_exists(string account) =>
        Assert.Empty(Regex.Matches(File.ReadAllText(Path.Combine(_folder, account)), "AKSE[0-9]{4}").Select(match => match.Value).Except(DiagnosticCatalog.All.Select(descriptor => descriptor.Code)));

    [Fact]
    public void Every_row_has_a_name_of_its_own_and_an_answer()
    {
        var rows = File.ReadLines(Path.Combine(_folder, "facts-firewall.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| row", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(row is ["", { Length: > 0 }, { Length: > 0 }, ..], string.Join('|', row)));
        Assert.Equal(rows.Count, rows.Select(row => row[1]).Distinct().Count());
    }

    [Fact]
    public void Every_rule_on_firewall_rules_and_breadth_is_in_the_account()
    {
        var account = File.ReadAllText(Path.Combine(_folder, "facts-firewall.md"));

        Assert.All(
            DiagnosticCatalog.All.Select(descriptor => descriptor.Code).Where(code => code.StartsWith("AKSE22", StringComparison.Ordinal) || code.StartsWith("AKSE27", StringComparison.Ordinal)),
            code => Assert.Contains(code, account, StringComparison.Ordinal));
    }
}
