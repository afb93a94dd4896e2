using AksEgress.Model;

namespace Contoso;

/// <summary>A topology for every team: a member may give as many as it likes.</summary>
public static class Teams
{
    private static readonly (string Name, int Number, string[] Hosts)[] _teams =
    [
        ("payments", 50, ["api.payments.example", "*.bank.example"]),
        ("search", 51, ["index.example"]),
    ];

    public static IEnumerable<EgressTopology> All() =>
        from team in _teams
        select Regions.Of(team.Name, "northeurope", team.Number) with
        {
            Allow = [.. CompanyRules.Allowed, new() { Name = team.Name, Https = [.. team.Hosts.Select(FqdnPattern.Parse)] }],
        };
}
