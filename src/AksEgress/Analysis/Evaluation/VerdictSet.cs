namespace AksEgress.Analysis.Evaluation;

/// <summary>The verdicts that the cases of a flow come to.</summary>
[Flags]
internal enum VerdictSet
{
    None = 0,
    Allow = 1,
    Deny = 2,
}
