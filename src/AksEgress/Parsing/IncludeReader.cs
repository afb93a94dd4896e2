using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>Reads what a document includes, in one environment.</summary>
/// <param name="files">The files.</param>
/// <param name="inserter">Puts values into them; null where the document has no environments.</param>
/// <param name="diagnostics">Takes what is wrong with them.</param>
/// <param name="suppressions">Takes their suppressions.</param>
internal sealed class IncludeReader(IncludedFiles? files, ValueInserter? inserter, DiagnosticBag diagnostics, List<Suppression> suppressions)
{
    private const int MaxDepth = 16;

    private readonly HashSet<IncludedFile> _taken = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<string> _open = [];
    private readonly List<RuleSet> _sets = [];
    private bool _isComplete = true;
    private int _size;

    /// <summary>The rule sets, each behind what it includes itself.</summary>
    public IReadOnlyList<RuleSet> Sets => _sets;

    /// <summary>False when something was included that could not be read; it was reported.</summary>
    public bool IsComplete => _isComplete;

    /// <summary>Reads what a document includes.</summary>
    /// <param name="document">The document.</param>
    /// <param name="include">The files.</param>
    /// <param name="origin">Where that is said.</param>
    public void Read(IncludedFile document, ValueList<IncludePath> include, Origin origin)
    {
        _size = document.Size;
        ReadAll(document, include, origin);
    }

    private void ReadAll(IncludedFile from, ValueList<IncludePath> include, Origin origin)
    {
        _isComplete &= !origin.IsUnreadable(nameof(RuleSet.Include));
        _open.Push(from.Name);
        var here = new HashSet<IncludedFile>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < include.Count && _size <= TopologyDocument.MaxSize; i++)
        {
            Read(from, include[i], origin.Of(nameof(RuleSet.Include), i), here);
        }

        _open.Pop();
    }

    private void Read(IncludedFile from, IncludePath include, SourceSpan place, HashSet<IncludedFile> here)
    {
        if (files is null)
        {
            Fail(DocumentDiagnostics.IncludeWithoutFile, place, $"'{include.Path}' is a path from the file that includes it, and this text is in none. Save it, and name the file.");
            return;
        }

        var file = files.Get(from, include);
        if (_open.Contains(file.Name))
        {
            var way = _open.TakeWhile(name => name != file.Name).Reverse().Prepend(file.Name).Append(file.Name).Select(name => Quotation.Shorten(Path.GetFileName(name)));
            Fail(DocumentDiagnostics.IncludeCycle, place, $"'{include.Path}' would include itself: {string.Join(" → ", way)}. Remove one of these includes.");
        }
        else if (!here.Add(file))
        {
            diagnostics.Add(DocumentDiagnostics.RepeatedInclude.At(place, $"'{include.Path}' stands in this list already; a file is taken once. Remove one of the two."));
        }
        else if (_open.Count > MaxDepth)
        {
            Fail(DocumentDiagnostics.IncludeDepth, place, $"'{include.Path}' is more than {MaxDepth} files away from the document. Include it nearer to it.");
        }
        else if (_taken.Add(file))
        {
            Take(file, include, place);
        }
    }

    private void Take(IncludedFile file, IncludePath include, SourceSpan place)
    {
        if (file.Problem is { } problem)
        {
            Fail(DocumentDiagnostics.UnreadableInclude, place, $"'{include.Path}' cannot be read. {problem}");
            return;
        }

        _size += file.Size;
        if (_size > TopologyDocument.MaxSize)
        {
            Fail(DocumentDiagnostics.TooLarge, place, $"With '{include.Path}', the document and what it includes have more than 4 MiB. Split the topology.");
            return;
        }

        diagnostics.AddRange(file.Diagnostics);
        if (file.Root is not { } root)
        {
            _isComplete = false;
            return;
        }

        var set = RuleReader.ReadSet(new(inserter?.Insert(root, file.Size) ?? root, diagnostics, suppressions));
        ReadAll(file, set.Include ?? [], set.Origin);
        _sets.Add(set);
    }

    private void Fail(DiagnosticDescriptor descriptor, SourceSpan place, string message)
    {
        _isComplete = false;
        diagnostics.Add(descriptor.At(place, message));
    }
}
