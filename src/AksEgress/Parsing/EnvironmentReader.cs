using System.Text.RegularExpressions;
using AksEgress.Diagnostics;

namespace AksEgress.Parsing;

/// <summary>Reads the environments of a document.</summary>
internal static partial class EnvironmentReader
{
    /// <summary>Their key.</summary>
    public const string Key = "environments";

    /// <summary>What may name one: what may stand in the name of a topology, which names files, and so behind the mark in the address of a document.</summary>
    private const string Name = "[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?";

    /// <summary>How many there may be: each is a topology.</summary>
    private const int MaxCount = 64;

    /// <summary>How many names a message lists, and how many are compared with a misspelt one.</summary>
    private const int MaxNames = 20;

    /// <summary>Names of environments, with names of values.</summary>
    public static DocumentShape Shape { get; } = new PairsShape(new PairsShape(new ValueShape(typeof(string)), new ListShape(new ValueShape(typeof(string))))) { Names = $"^{Name}$" };

    /// <summary>The environments of a document; null where it says nothing of any, none of them where they cannot be read.</summary>
    public static DocumentEnvironments? Read(YamlMapping root, DiagnosticBag diagnostics)
    {
        if (root.Entries.FirstOrDefault(entry => entry.Key.Text == Key)?.Value is not { } node)
        {
            // Somebody who misspelt the key is told so, and not of every '${'.
            return root.Entries.Any(entry => NearestWord.Find(entry.Key.Text, [Key]) is not null) ? new([]) : null;
        }

        if (node is not YamlMapping { Entries.Count: > 0 } mapping)
        {
            Report(diagnostics, node, $"'{Key}' takes names of environments with their values: {{ dev: {{ name: value }} }}.");
            return new([]);
        }

        if (mapping.Entries.Count > MaxCount)
        {
            diagnostics.Add(DocumentDiagnostics.TooManyEnvironments.At(mapping.Entries[MaxCount].Key.Span, $"This is environment {MaxCount + 1}, and a document has at most {MaxCount}. Split it, with what is common in files to include."));
        }

        if (mapping.Entries.SelectMany(entry => entry.Value is YamlMapping values ? values.Entries : []).FirstOrDefault(IsOwnName) is { } taken)
        {
            diagnostics.Add(DocumentDiagnostics.DuplicateKey.At(taken.Key.Span, $"'{DocumentEnvironments.OwnName}' is a value already: the environment's name. Name this one differently."));
        }

        var environments = new DocumentEnvironments([.. mapping.Entries.Take(MaxCount).Select(entry => ReadEnvironment(entry, diagnostics))]);
        foreach (var environment in environments.Environments)
        {
            Compare(environment, environments, diagnostics);
        }

        return environments;
    }

    /// <summary>True for what may name an environment.</summary>
    public static bool IsName(string text) => Names().IsMatch(text);

    private static bool IsOwnName(YamlEntry value) => value.Key.Text == DocumentEnvironments.OwnName;

    private static DocumentEnvironment ReadEnvironment(YamlEntry entry, DiagnosticBag diagnostics)
    {
        if (!IsName(entry.Key.Text))
        {
            diagnostics.Add(DocumentDiagnostics.EnvironmentName.At(entry.Key.Span, $"'{Quotation.Shorten(entry.Key.Text)}' cannot name an environment: the name stands behind the '#' of a path and in names of files. Write 1 to 40 lower-case letters, digits and hyphens, neither first nor last a hyphen, such as prod."));
        }

        if (entry.Value is not YamlMapping mapping)
        {
            Report(diagnostics, entry.Value, $"'{entry.Key.Text}' takes names with values here: {{ name: value }}; {{}} for none.");
            return new(entry.Key.Text, entry.Key, new Dictionary<string, YamlEntry>(), IsReadable: false);
        }

        return new(entry.Key.Text, entry.Key, mapping.Entries.Where(value => !IsOwnName(value)).ToDictionary(value => value.Key.Text, value => Check(value, diagnostics), StringComparer.Ordinal), IsReadable: true);
    }

    private static YamlEntry Check(YamlEntry value, DiagnosticBag diagnostics)
    {
        var count = diagnostics.Count;
        foreach (var scalar in value.Value is YamlSequence list ? list.Items : [value.Value])
        {
            Check(value.Key, scalar, diagnostics);
        }

        return diagnostics.Count == count ? value : value with { Value = new YamlUnreadable(value.Value.Span) };
    }

    private static void Check(YamlScalar name, YamlNode value, DiagnosticBag diagnostics)
    {
        if (value is not YamlScalar { IsEmpty: false } scalar)
        {
            Report(diagnostics, value, $"'{name.Text}' takes a single value here, or a list of such.");
        }
        else if (scalar.Text.Contains(ValueInserter.Start, StringComparison.Ordinal))
        {
            diagnostics.Add(DocumentDiagnostics.UnknownValue.At(scalar.Span, $"'{scalar.Text}' stands in a value, and values are taken as they are. Write it out."));
        }
    }

    /// <summary>Reports what an environment lacks of the values that all are to give, and what it gives alone.</summary>
    private static void Compare(DocumentEnvironment environment, DocumentEnvironments all, DiagnosticBag diagnostics)
    {
        if (!environment.IsReadable)
        {
            return;
        }

        var missing = all.Expected.Where(name => !environment.Values.ContainsKey(name)).Order(StringComparer.Ordinal).ToList();
        foreach (var extra in environment.Values.Values.Select(value => value.Key).Where(name => !all.Expected.Contains(name.Text)))
        {
            var meant = NearestWord.Find(extra.Text, missing.Take(MaxNames));
            missing.RemoveAll(name => name == meant);
            diagnostics.Add(DocumentDiagnostics.EnvironmentValues.At(extra.Span, meant is null
                ? $"'{extra.Text}' is not given by all environments. Give it in each of them, or remove it."
                : $"'{extra.Text}' is not given by all environments. Did you mean '{meant}'?") with { Replacement = meant });
        }

        if (missing.Count > 0)
        {
            var names = string.Join(", ", missing.Take(MaxNames).Select(name => $"'{Quotation.Shorten(name)}'")) + (missing.Count > MaxNames ? ", …" : "");
            diagnostics.Add(DocumentDiagnostics.EnvironmentValues.At(environment.Key.Span, $"'{environment.Name}' does not give {names}, which other environments give. Give the same values in all of them."));
        }
    }

    private static void Report(DiagnosticBag diagnostics, YamlNode node, string message)
    {
        if (node is not YamlUnreadable)
        {
            diagnostics.Add(DocumentDiagnostics.WrongType.At(node.Span, message));
        }
    }

    [GeneratedRegex(@$"\A{Name}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
