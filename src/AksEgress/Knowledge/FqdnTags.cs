namespace AksEgress.Knowledge;

/// <summary>The FQDN tags of Azure Firewall (<c>fqdn-tags.json</c>). Microsoft adds to them from time to time.</summary>
internal static class FqdnTags
{
    /// <summary>Every known tag, in the order of the file.</summary>
    public static IReadOnlyList<KnownFqdnTag> All { get; } =
        KnowledgeFile.Read("fqdn-tags.json", KnowledgeJson.Default.IReadOnlyListKnownFqdnTag);

    /// <summary>The tag with this name, or the family that it belongs to, or null. Upper and lower case are the same.</summary>
    public static KnownFqdnTag? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(tag =>
            name.Equals(tag.Name, StringComparison.OrdinalIgnoreCase)
            || (tag.Family && name.StartsWith(tag.Name + '.', StringComparison.OrdinalIgnoreCase)));
    }
}

/// <summary>An FQDN tag of Azure Firewall.</summary>
internal sealed record KnownFqdnTag : SourcedFact
{
    /// <summary>The tag as a rule spells it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it stands for all tags that begin with its name and a dot, as Office365 does.</summary>
    public bool Family { get; init; }

    /// <summary>
    /// What the documents say that the tag holds in the public cloud; empty when they say nothing.
    /// The true content is not published, so an answer that rests on this is of <see cref="Confidence.Medium"/> at most,
    /// whatever the confidence that the host itself is needed.
    /// </summary>
    public IReadOnlyList<FqdnEndpoint> Covers { get; init => field = value ?? []; } = [];

    /// <summary>The domains under which all hosts of the tag lie, documented or not; null when nothing is known of them.</summary>
    public IReadOnlyList<string>? Domains { get; init; }
}
