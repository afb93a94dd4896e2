using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Routes;

/// <summary>Route tables are told apart by name.</summary>
internal sealed class RouteTableNameUnique() : TopologyRule("AKSE2308", Error, "The names of route tables are unique, and none is called none")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        (from pair in Duplicates.OfNames(context.Network.RouteTables!, table => table.Name!)
         select At(pair.Later.At(nameof(RouteTable.Name)), $"A second route table is called '{pair.Later.Name}'; Azure would overwrite the first. Give it another name."))
        .Concat(
            from table in context.Network.RouteTables!
            where string.Equals(table.Name, Subnet.NoRouteTable, StringComparison.OrdinalIgnoreCase)
            select At(table.At(nameof(RouteTable.Name)), $"A route table cannot be called '{table.Name}': on a subnet that means no table. Give it another name."));
}
