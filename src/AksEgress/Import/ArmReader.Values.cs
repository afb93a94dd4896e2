using System.Globalization;
using System.Text.Json;
using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Import;

/// <summary>The single values of an object, and lists of them.</summary>
internal sealed partial class ArmReader
{
    /// <summary>Text, or null where there is none.</summary>
    public string? Text(string key, string? member = null)
    {
        if (Find(key, member) is not { } value)
        {
            return null;
        }

        if (AsText(value) is not { } text)
        {
            Unread(key, member, $"{PathOf(key)} of {Name} is no text, and is not read.", value);
            return null;
        }

        if (Known(text, out var unknown) is { } known)
        {
            return known;
        }

        Unread(key, member, unknown!, value);
        return null;
    }

    /// <summary>Text for people, as it stands: an engine has evaluated it, and brackets around it mean nothing any more. Null where there is none.</summary>
    public string? Prose(string key) => Find(key) is { } value ? AsText(value) : null;

    /// <summary>The name of the resource's region, as hosts and service tags hold it, also of one that is written for people (<c>West Europe</c>); null where there is none.</summary>
    public string? Region()
    {
        const string key = "location";
        if (Text(key, nameof(EgressTopology.Location)) is not { } text)
        {
            return null;
        }

        var name = text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        if (name.Length is > 2 and <= MaxRegion && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit))
        {
            return name;
        }

        Unread(key, nameof(EgressTopology.Location), $"{PathOf(key)} of {Name} is '{Quotation.Shorten(text)}', which is the name of no region. Hosts and service tags of the region are not known.");
        return null;
    }

    /// <summary>The object's name, which decides nothing: one that is made of a parameter without a value will do. Empty, and reported, where it has none.</summary>
    public string OwnName()
    {
        if (_parent is null)
        {
            return _resource.OwnName;
        }

        if (Prose("name") is { } name)
        {
            return name;
        }

        _context.Report(ImportDiagnostics.NotRead, Place, $"{Name} has no {PathOf("name")}. Answers cannot name it.");
        return "";
    }

    /// <summary>A value with a textual form of its own, or null.</summary>
    public T? Value<T>(string key, string member)
        where T : struct, IModelValue<T> =>
        Text(key, member) is { } text ? Parse<T>(key, member, text, Find(key)!.Value) : null;

    /// <summary>The values of a text with commas between them; empty where there is none.</summary>
    public ValueList<T> Split<T>(string key, string member)
        where T : struct, IModelValue<T> =>
        [.. (Text(key, member) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => Parse<T>(key, member, text, Find(key)!.Value)).OfType<T>()];

    /// <summary>A list of values with a textual form; null where there is none.</summary>
    public ValueList<T>? Values<T>(string key, string member)
        where T : struct, IModelValue<T> =>
        Texts(key, member)?.Select(item => Parse<T>(key, member, item.Text, item.Element)).OfType<T>().ToValueList();

    /// <summary>An IPv4 prefix, or null. One of IPv6 is said to be left out.</summary>
    public Cidr? Prefix(string key, string member) => Text(key, member) is { } text ? ParsePrefix(key, member, text, Find(key)!.Value) : null;

    /// <summary>The IPv4 prefixes of a list; null where there is none. Those of IPv6 are said to be left out.</summary>
    public List<Cidr>? Prefixes(string key, string member) =>
        Texts(key, member)?.Select(item => ParsePrefix(key, member, item.Text, item.Element)).OfType<Cidr>().ToList();

    /// <summary>A list of words of an enumeration; null where there is none.</summary>
    public ValueList<TEnum>? Choices<TEnum>(string key, string member)
        where TEnum : struct, Enum =>
        Texts(key, member)?.Select(item => ParseChoice<TEnum>(key, member, item.Text, item.Element)).OfType<TEnum>().ToValueList();

    /// <summary>The texts of a list with their places; those that are not known are unread.</summary>
    public List<(string Text, JsonElement Element)>? Texts(string key, string member)
    {
        if (Items(key, member) is not { } items)
        {
            return null;
        }

        var texts = new List<(string, JsonElement)>();
        foreach (var item in items)
        {
            string? unknown = null;
            if (AsText(item) is { } text && Known(text, out unknown) is { } known)
            {
                if (!_resource.Document.IsPredicted)
                {
                    _members.Add(new(member, texts.Count, SpanOf(item)));
                }

                texts.Add((known, item));
            }
            else
            {
                Unread(key, member, unknown ?? $"{PathOf(key)} of {Name} holds what is no text. That is not read.", item);
            }
        }

        return texts;
    }

    /// <summary>A word of an enumeration in Azure's spelling, or null.</summary>
    public TEnum? Choice<TEnum>(string key, string member)
        where TEnum : struct, Enum =>
        Text(key, member) is { } text ? ParseChoice<TEnum>(key, member, text, Find(key)!.Value) : null;

    /// <summary>A whole number, or null.</summary>
    public int? Number(string key, string member) => Text(key, member) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : Unread<int>(key, member, $"{PathOf(key)} of {Name} is no whole number, and is not read.");

    /// <summary>True or false, or null.</summary>
    public bool? Flag(string key, string member) => Text(key, member) is not { } text ? null
        : bool.TryParse(text, out var flag) ? flag
        : Unread<bool>(key, member, $"{PathOf(key)} of {Name} is neither true nor false, and is not read.");

    /// <summary>What a text comes to, links included; null where there is none.</summary>
    public RuntimeValue? Runtime(string key, string member) => Find(key, member) is not { } value ? null
        : AsText(value) is { } text ? RuntimeExpression.Read(text)
        : new RuntimeValue.Unknown($"{PathOf(key)} is no text");

    /// <summary>What the texts of a list come to; null where there is none.</summary>
    public List<RuntimeValue>? Runtimes(string key, string member) =>
        Items(key, member)?.Select(item => AsText(item) is { } text ? RuntimeExpression.Read(text) : new RuntimeValue.Unknown($"{PathOf(key)} holds what is no text")).ToList();

    /// <summary>The names of an object's properties, where they are what is said; none where there is no such object.</summary>
    public IReadOnlyList<string> Names(string key) => Find(key) is { ValueKind: JsonValueKind.Object } value ? [.. value.EnumerateObject().Select(property => property.Name)] : [];

    /// <summary>The texts of an object by their names; none where there is no such object.</summary>
    public List<(string Name, string Value)> Pairs(string key) =>
        Find(key) is { ValueKind: JsonValueKind.Object } value ? [.. value.EnumerateObject().Select(property => (property.Name, AsText(property.Value) ?? ""))] : [];

    /// <summary>The text itself where it is no expression and made of nothing that was not given. In an id that is no harm: it leads to the same resource whatever that is called.</summary>
    private string? Known(string text, out string? unknown)
    {
        unknown = null;
        if (_context.PlaceholderIn(text) is { } parameter && ArmId.Parse(text) is null)
        {
            unknown = $"The parameter '{parameter}' has no value, and {Name} needs it.";
        }
        else if (RuntimeExpression.Read(text) is RuntimeValue.Literal literal)
        {
            return literal.Text;
        }
        else
        {
            unknown = $"{Name} says {Quotation.Shorten(text)}, which only a deployment can tell.";
        }

        return null;
    }

    private T? Parse<T>(string key, string member, string text, JsonElement element)
        where T : struct, IModelValue<T>
    {
        if (T.TryParse(text, out var value, out var problem))
        {
            return value;
        }

        Unread(key, member, $"{PathOf(key)} of {Name}: {problem.Message}", element);
        return null;
    }

    private Cidr? ParsePrefix(string key, string member, string text, JsonElement element)
    {
        if (text.Contains(':', StringComparison.Ordinal))
        {
            _context.Report(ImportDiagnostics.SaidOtherwise, Place, $"The IPv6 prefix {Quotation.Shorten(text)} is left out: Azure Firewall and these answers are about IPv4.");
            return null;
        }

        return Parse<Cidr>(key, member, text, element);
    }

    private TEnum? ParseChoice<TEnum>(string key, string member, string text, JsonElement element)
        where TEnum : struct, Enum
    {
        if (!char.IsAsciiDigit(text.Length > 0 ? text[0] : '0') && Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value))
        {
            return value;
        }

        Unread(key, member, $"{PathOf(key)} of {Name} is '{Quotation.Shorten(text)}', which is not known here.", element);
        return null;
    }

    private static string? AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
