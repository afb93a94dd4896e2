using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Values;

/// <summary>Zones of the firewall and of node pools.</summary>
internal sealed class AvailabilityZones() : TopologyRule("AKSE2020", Error, "Availability zones are 1, 2 and 3, each named once")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        Check(context.Firewall, nameof(Firewall.Zones), context.Firewall.Zones!)
            .Concat(context.Pools.SelectMany(pool => Check(pool, nameof(NodePool.Zones), pool.Zones!)));

    private IEnumerable<Diagnostic> Check(Node node, string member, ValueList<int> zones)
    {
        var named = new HashSet<int>();
        for (var i = 0; i < zones.Count; i++)
        {
            if (zones[i] is < 1 or > 3)
            {
                yield return At(node.At(member, i), $"There is no availability zone {zones[i]}. Regions have the zones 1, 2 and 3.");
            }
            else if (!named.Add(zones[i]))
            {
                yield return At(node.At(member, i), $"Zone {zones[i]} is named a second time. Remove it.");
            }
        }
    }
}
