namespace AksEgress.Analysis.Shadowing;

/// <summary>
/// How much is looked at before the search is given up. Rules whose sources, ports and destinations all cross each other have more cases than can be looked at: a thousand such rules have a
/// thousand million. An answer that is not whole is none.
/// </summary>
internal sealed class Budget
{
    private long _left = 20_000_000;

    /// <summary>True when nothing is left.</summary>
    public bool IsSpent => _left <= 0;

    /// <summary>Takes from it.</summary>
    /// <returns>False when nothing is left.</returns>
    public bool Take(long cases)
    {
        _left -= cases;
        return _left > 0;
    }
}
