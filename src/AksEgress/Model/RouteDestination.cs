using System.Diagnostics.CodeAnalysis;

namespace AksEgress.Model;

/// <summary>What a route is for: a prefix, a service tag, or the firewall's own public frontends (known to Azure only after deployment).</summary>
public readonly record struct RouteDestination : IModelValue<RouteDestination>
{
    private const string FrontendsKeyword = "frontends";

    private RouteDestination(Cidr? prefix, ServiceTag? serviceTag)
    {
        Prefix = prefix;
        ServiceTag = serviceTag;
    }

    /// <summary>Every public frontend of the firewall: one route an address, or one for the whole public prefix.</summary>
    public static RouteDestination Frontends => default;

    /// <summary>The prefix, or null.</summary>
    public Cidr? Prefix { get; }

    /// <summary>The service tag, or null.</summary>
    public ServiceTag? ServiceTag { get; }

    /// <summary>True for <see cref="Frontends"/>.</summary>
    public bool IsFrontends => Prefix is null && ServiceTag is null;

    /// <summary>A prefix.</summary>
    public static implicit operator RouteDestination(Cidr prefix) => FromCidr(prefix);

    /// <summary>A service tag.</summary>
    public static implicit operator RouteDestination(ServiceTag serviceTag) => FromServiceTag(serviceTag);

    /// <summary>A prefix.</summary>
    public static RouteDestination FromCidr(Cidr prefix) => new(prefix, null);

    /// <summary>A service tag.</summary>
    public static RouteDestination FromServiceTag(ServiceTag serviceTag) => new(null, serviceTag);

    /// <inheritdoc/>
    public static bool TryParse(string text, out RouteDestination value, [NotNullWhen(false)] out ValueProblem? problem)
    {
        value = Frontends;
        problem = null;
        if (text == FrontendsKeyword)
        {
            return true;
        }

        if (text.Length > 0 && char.IsAsciiLetter(text[0]))
        {
            var isTag = Model.ServiceTag.TryParse(text, out var tag, out problem);
            value = tag;
            return isTag;
        }

        var isPrefix = Cidr.TryParse(text, out var prefix, out problem);
        value = prefix;
        return isPrefix;
    }

    /// <inheritdoc/>
    public override string ToString() => Prefix?.ToString() ?? ServiceTag?.ToString() ?? FrontendsKeyword;
}
