using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Validation.Subnets;

/// <summary>A subnet that is known by its fixed name must be there.</summary>
internal abstract class ReservedSubnetMissing(string code, string title, SubnetRole role) : TopologyRule(code, DiagnosticSeverity.Error, title)
{
    private ReservedSubnet Reserved => Limits.Known.SubnetOf(role);

    /// <summary>The finding where no subnet has the role, nor the name in other case, which is a finding of its own.</summary>
    protected IEnumerable<Diagnostic> Require(ValidationContext context, string what)
    {
        if (context.KnowsRoles && !context.Network.Subnets.Any(subnet => subnet.Role == role) && context.Subnets.Find(Reserved.Name) is null)
        {
            var nearest = NearestWord.Find(Reserved.Name, context.Subnets.Names);
            var hint = nearest is null ? $"Add one of that name with a prefix of /{Reserved.MaxPrefixLength} or larger." : $"Did you mean it with '{nearest}'?";
            yield return At(context.Network.At(nameof(VirtualNetwork.Subnets)), $"There is no subnet {Reserved.Name}, {what} {hint}");
        }
    }
}
