using AksEgress.Model;

namespace AksEgress.Tests.Analysis.Reference;

/// <summary>What nobody publishes.</summary>
internal enum UnknownKind
{
    /// <summary>That the destination is an address of a service tag.</summary>
    ServiceTag,

    /// <summary>That the destination is an address of a host, as the firewall resolves it.</summary>
    Host,

    /// <summary>That an FQDN tag holds the host.</summary>
    FqdnTag,

    /// <summary>That Azure's own rules hold the host.</summary>
    Infrastructure,

    /// <summary>That a service tag's route takes the destination.</summary>
    TagRoute,

    /// <summary>That a service endpoint takes the destination.</summary>
    EndpointRoute,

    /// <summary>That ranges of all ports are as good as * where the protocol is any.</summary>
    EveryPort,

    /// <summary>That the routes of a source of no subnet lead to the firewall.</summary>
    SourceRoute,
}

/// <summary>
/// One possible world: a flow's addresses, and an answer to each question that nobody publishes. A question is answered with no when it is first asked;
/// <see cref="MoveNext"/> leads to the next world, until every combination of answers to the questions asked has been there.
/// </summary>
internal sealed class World(Ipv4Address source, Ipv4Address? destination)
{
    private readonly List<(UnknownKind Kind, string Name, bool Holds)> _answers = [];

    /// <summary>The source as the firewall sees it.</summary>
    public Ipv4Address Source => source;

    /// <summary>The destination; null for a frontend, whose address nobody knows.</summary>
    public Ipv4Address? Destination => destination;

    /// <summary>True when every question so far was answered with no.</summary>
    public bool IsUsual => !_answers.Exists(answer => answer.Holds);

    public bool Holds(UnknownKind kind, string name)
    {
        if (Answer(kind, name) is { } answer)
        {
            return answer;
        }

        _answers.Add((kind, name, false));
        return false;
    }

    /// <summary>True when some question of a kind was answered with yes.</summary>
    public bool HoldsSome(UnknownKind kind, string begin) => _answers.Exists(answer => answer.Holds && answer.Kind == kind && answer.Name.StartsWith(begin, StringComparison.OrdinalIgnoreCase));

    /// <summary>The answer to a question that was asked before, or null.</summary>
    public bool? Answer(UnknownKind kind, string name)
    {
        foreach (var answer in _answers)
        {
            if (answer.Kind == kind && answer.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return answer.Holds;
            }
        }

        return null;
    }

    /// <summary>Counts up in binary: the last no becomes a yes, what was asked after it is to be asked again.</summary>
    public bool MoveNext()
    {
        var last = _answers.FindLastIndex(answer => !answer.Holds);
        if (last < 0)
        {
            return false;
        }

        _answers[last] = _answers[last] with { Holds = true };
        _answers.RemoveRange(last + 1, _answers.Count - last - 1);
        return true;
    }
}
