using AksEgress.Diagnostics;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>The management interface has an address and an IP configuration beside those of the frontends, which are numbered.</summary>
internal sealed class FrontendNameUnique() : TopologyRule("AKSE2022", Error, "The names of the firewall's public addresses and IP configurations are unique")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context)
    {
        var firewall = context.Firewall;
        var frontends = firewall.Frontends!;
        if (Clash(frontends.Name!, firewall.ManagementPublicIpName) is { } address)
        {
            yield return At(firewall.At(nameof(firewall.ManagementPublicIpName)), $"'{firewall.ManagementPublicIpName}' is the public address of frontend {address} already; Azure would overwrite one with the other. Give it another name.");
        }

        if (Clash(frontends.ConfigurationName!, firewall.ManagementConfigurationName) is { } configuration)
        {
            yield return At(firewall.At(nameof(firewall.ManagementConfigurationName)), $"'{firewall.ManagementConfigurationName}' is the IP configuration of frontend {configuration} already, and Azure refuses that. Give it another name.");
        }

        int? Clash(string name, string? other) =>
            other is null ? null
            : string.Equals(name, other, StringComparison.OrdinalIgnoreCase) ? 1
            : FrontendNames.Split(other, context.FrontendCount) is { } numbered && string.Equals(name, numbered.Name, StringComparison.OrdinalIgnoreCase) ? numbered.Frontend
            : null;
    }
}
