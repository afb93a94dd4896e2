namespace AksEgress.Model;

/// <summary>Rules of one kind with one priority. DNAT collections are evaluated first, then network, then application, whatever their priorities.</summary>
public abstract record RuleCollection : Node
{
    /// <summary>1 to 80 characters, unique in the group.</summary>
    public required string Name { get; init => field = NotNull(value); }

    /// <summary>The lower number is evaluated first. Unique in the group.</summary>
    public required Priority Priority { get; init; }
}

/// <summary>Rules by address, protocol and port.</summary>
public sealed record NetworkRuleCollection : RuleCollection
{
    /// <summary>Default: <see cref="RuleAction.Allow"/>.</summary>
    public RuleAction? Action { get; init; }

    /// <summary>The rules; the first that matches ends the evaluation.</summary>
    public required ValueList<NetworkRule> Rules { get; init => field = NotNull(value); }
}

/// <summary>Rules by host name over HTTP and HTTPS.</summary>
public sealed record ApplicationRuleCollection : RuleCollection
{
    /// <summary>Default: <see cref="RuleAction.Allow"/>.</summary>
    public RuleAction? Action { get; init; }

    /// <summary>The rules; the first that matches ends the evaluation.</summary>
    public required ValueList<ApplicationRule> Rules { get; init => field = NotNull(value); }
}

/// <summary>Rules that translate inbound traffic to an inner address, and allow it.</summary>
public sealed record DnatRuleCollection : RuleCollection
{
    /// <summary>The rules; the first that matches ends the evaluation.</summary>
    public required ValueList<DnatRule> Rules { get; init => field = NotNull(value); }
}
