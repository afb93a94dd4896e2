using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Validation.Firewalls;

/// <summary>Where the parts of an application rule were said: in the rule, or in the entry of <c>allow</c> that it comes from, which has other keys.</summary>
internal static class ApplicationRulePlace
{
    /// <summary>A protocol with its port.</summary>
    public static SourceSpan OfProtocol(ApplicationRule rule, int index) =>
        rule.At(rule.Origin.Has(nameof(AllowEntry.Port)) ? nameof(AllowEntry.Port) : nameof(ApplicationRule.Protocols), index);

    /// <summary>A host.</summary>
    public static SourceSpan OfHost(ApplicationRule rule, int index)
    {
        var isHttp = rule.Protocols is { Count: > 0 } protocols && protocols[0].Type == ApplicationProtocolType.Http;
        var entryMember = isHttp ? nameof(AllowEntry.Http) : nameof(AllowEntry.Https);
        return rule.At(rule.Origin.Has(entryMember) ? entryMember : nameof(ApplicationRule.Fqdns), index);
    }
}
