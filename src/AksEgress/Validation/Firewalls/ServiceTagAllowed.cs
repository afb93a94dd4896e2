using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Validation.Firewalls;

/// <summary>Not every tag is for firewalls, nor for routes.</summary>
internal sealed class ServiceTagAllowed() : TopologyRule("AKSE2226", Warning, "A service tag is used where Azure takes it")
{
    public override IEnumerable<Diagnostic> Check(ValidationContext context) =>
        from use in ServiceTagUse.All(context)
        let known = ServiceTags.Find(use.Tag.ToString())
        where known is not null && !(use.IsRoute ? known.Route : known.Firewall)
        select At(use.Place, $"Azure does not take the service tag '{use.Tag}' in {(use.IsRoute ? "routes" : "firewall rules")}. Name addresses{(use.IsRoute ? "" : " or hosts")} instead.");
}
