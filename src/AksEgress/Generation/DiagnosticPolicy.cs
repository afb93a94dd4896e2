using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Parsing;
using AksEgress.Validation;

namespace AksEgress.Generation;

/// <summary>
/// Which findings are reported, and how gravely. A suppression comes before every severity; then counts what the run says, then what the document
/// says, then the severity that the code has by itself; what is a warning after all that may be made an error by the run. What is an error by itself
/// stays one: rendering relies on that.
/// </summary>
internal static class DiagnosticPolicy
{
    private const string Prefix = "AKSE";

    private static readonly string[] _codes = [.. DiagnosticCatalog.All.Select(descriptor => descriptor.Code)];

    /// <summary>A bag whose findings get the severities that were chosen.</summary>
    public static DiagnosticBag NewBag(DiagnosticOptions options, EgressTopology? topology = null)
    {
        var severity = new Dictionary<string, DiagnosticSeverity>(StringComparer.OrdinalIgnoreCase);
        foreach (var choice in topology?.Severity ?? [])
        {
            severity[choice.Code] = choice.Severity;
        }

        foreach (var (code, chosen) in options.Severity)
        {
            severity[code] = chosen;
        }

        return new(diagnostic =>
        {
            if (diagnostic.Descriptor.Severity == DiagnosticSeverity.Error)
            {
                return diagnostic;
            }

            var chosen = severity.TryGetValue(diagnostic.Code, out var other) ? other : diagnostic.Severity;
            return diagnostic with
            {
                Severity = chosen == DiagnosticSeverity.Warning && options.TreatWarningAsError(diagnostic.Code) ? DiagnosticSeverity.Error : chosen,
            };
        });
    }

    /// <summary>What is wrong with the options themselves.</summary>
    public static IEnumerable<Diagnostic> Check(DiagnosticOptions options)
    {
        foreach (var problem in options.Problems)
        {
            yield return problem;
        }

        foreach (var (code, severity) in options.Severity.OrderBy(choice => choice.Key, StringComparer.Ordinal))
        {
            if (DiagnosticCatalog.Find(code) is not { } descriptor)
            {
                yield return ChoiceDiagnostics.UnknownCodeInOptions.At(SourceSpan.None, Unknown(code));
            }
            else if (IsLowered(descriptor, severity))
            {
                yield return ChoiceDiagnostics.ErrorInOptions.At(SourceSpan.None, Lowered(descriptor, severity));
            }
        }
    }

    /// <summary>The findings of a topology's rules after all choices, with those about the choices themselves, by place and code.</summary>
    public static DiagnosticBag Apply(EgressTopology topology, DiagnosticBag findings, DiagnosticOptions options)
    {
        var bag = NewBag(options, topology);
        foreach (var choice in topology.Severity ?? [])
        {
            if (DiagnosticCatalog.Find(choice.Code) is not { } descriptor)
            {
                bag.Add(UnknownAt(choice.Origin.Span, choice.Code));
            }
            else if (IsLowered(descriptor, choice.Severity))
            {
                bag.Add(ChoiceDiagnostics.ErrorLowered, choice.At("Value"), Lowered(descriptor, choice.Severity));
            }
        }

        foreach (var (earlier, later) in Duplicates.OfNames(topology.Severity ?? [], choice => choice.Code))
        {
            bag.Add(DocumentDiagnostics.DuplicateKey, later.Origin.Span, $"The key '{Quotation.Shorten(later.Code)}' names the same code as '{Quotation.Shorten(earlier.Code)}'; upper and lower case make no other. Remove one of the two.");
        }

        var suppressions = new SuppressionList(topology, options.Today);
        bag.AddRange(findings.Select(suppressions.Apply));
        bag.AddRange(suppressions.Problems());
        return bag.Sorted();
    }

    /// <summary>An unknown code in a document. Codes are so near to each other that one with a single character changed is worth a question, but no fix, and one further away nothing.</summary>
    public static Diagnostic UnknownAt(SourceSpan span, string code) => ChoiceDiagnostics.UnknownCode.At(span, Unknown(code));

    private static string Unknown(string code) => Meant(code) is { } meant
        ? $"There is no code '{Quotation.Shorten(code)}', so this changes nothing. Did you mean '{meant.Code}' ({meant.Title})?"
        : $"There is no code '{Quotation.Shorten(code)}', so this changes nothing. Codes are AKSE and four digits, as findings show them.";

    /// <summary>The code without its letters or leading zeros, or with one slip of the finger.</summary>
    private static DiagnosticDescriptor? Meant(string code)
    {
        var digits = code.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? code[Prefix.Length..] : code;
        return digits.Length is > 0 and <= 4 && DiagnosticCatalog.Find(Prefix + digits.PadLeft(4, '0')) is { } padded ? padded
            : NearestWord.Find(code, _codes, maxDistance: 1) is { } nearest ? DiagnosticCatalog.Find(nearest)
            : null;
    }

    private static bool IsLowered(DiagnosticDescriptor descriptor, DiagnosticSeverity severity) =>
        descriptor.Severity == DiagnosticSeverity.Error && severity != DiagnosticSeverity.Error;

    private static string Lowered(DiagnosticDescriptor descriptor, DiagnosticSeverity severity) =>
        $"{descriptor.Code} ({descriptor.Title}) is an error by itself and stays one: nothing that deploys could be written. '{severity.ToString().ToLowerInvariant()}' changes nothing.";
}
