using AksEgress.Model;

namespace AksEgress.Analysis.Evaluation;

/// <summary>What a route does with a packet.</summary>
internal enum RouteEffect
{
    /// <summary>To the firewall.</summary>
    Firewall,

    /// <summary>Within the virtual network.</summary>
    Local,

    /// <summary>Out, past the firewall: to the Internet, a gateway, a service endpoint or another appliance.</summary>
    Bypass,

    /// <summary>Dropped.</summary>
    Drop,
}

/// <summary>A route that a packet may take.</summary>
/// <param name="Effect">What it does.</param>
/// <param name="Reference">The route as it is reported.</param>
internal sealed record RouteChoice(RouteEffect Effect, RouteReference Reference)
{
    /// <summary>Where the flow ends when the route does not lead to the firewall.</summary>
    public Ending Ending => new(Effect == RouteEffect.Local ? FlowStage.Local : FlowStage.Route, Effect != RouteEffect.Drop, null, this);
}
