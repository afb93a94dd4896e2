using AksEgress.Model;

namespace AksEgress.Validation;

/// <summary>Addresses by prefixes, sorted once: each question takes a logarithm of their number.</summary>
internal sealed class PrefixSet
{
    private readonly List<Cidr> _widest = [];

    public PrefixSet(IEnumerable<Cidr> prefixes)
    {
        // Prefixes nest or lie apart; what lies inside of another adds nothing.
        foreach (var prefix in prefixes.OrderBy(prefix => prefix.First.Value).ThenBy(prefix => prefix.Length))
        {
            if (_widest.Count == 0 || !_widest[^1].Contains(prefix))
            {
                _widest.Add(prefix);
            }
        }
    }

    /// <summary>How many addresses there are, each counted once.</summary>
    public long Count => _widest.Sum(prefix => prefix.Count);

    /// <summary>True when no address is left out.</summary>
    public bool IsEverything => Count == Cidr.All.Count;

    /// <summary>True when every address of the prefix lies in one of the set's.</summary>
    public bool Contains(Cidr prefix) => Find(prefix) is not null;

    /// <summary>The widest prefix of the set that holds every address of the prefix, or null.</summary>
    public Cidr? Find(Cidr prefix)
    {
        var (low, high) = (0, _widest.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_widest[middle].Contains(prefix))
            {
                return _widest[middle];
            }

            (low, high) = _widest[middle].First.Value < prefix.First.Value ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>True when the address lies in one of the set's prefixes.</summary>
    public bool Contains(Ipv4Address address) => Contains(Cidr.Of(address));

    /// <summary>True when an address of the range lies in one of the set's prefixes.</summary>
    public bool Overlaps(AddressRange range)
    {
        var (low, high) = (0, _widest.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _widest[middle].Last.Value < range.First.Value ? (middle + 1, high) : (low, middle);
        }

        return low < _widest.Count && _widest[low].First.Value <= range.Last.Value;
    }
}
