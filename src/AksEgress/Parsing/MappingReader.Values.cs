using System.Globalization;
using AksEgress.Diagnostics;
using AksEgress.Model;

namespace AksEgress.Parsing;

/// <summary>The single values of a mapping.</summary>
internal sealed partial class MappingReader
{
    /// <summary>Text, or null when it was not said.</summary>
    public string? Text(string member, string? key = null) => Scalar(member, typeof(string), key)?.Text;

    /// <summary>Text that must be there; empty when it is not, which is reported.</summary>
    public string RequiredText(string member, string? key = null) => Required(member, Text(member, key), key) ?? "";

    /// <summary>A value with a textual form of its own.</summary>
    public T? Value<T>(string member)
        where T : struct, IModelValue<T> => Scalar(member, typeof(T)) is { } scalar ? Parse<T>(member, scalar) : null;

    /// <summary>A value that must be there; the default of its type when it is not, which is reported.</summary>
    public T RequiredValue<T>(string member)
        where T : struct, IModelValue<T> => Required(member, Value<T>(member)) ?? default;

    /// <summary>A list of values.</summary>
    public ValueList<T>? Values<T>(string member)
        where T : struct, IModelValue<T> => List(member, item => AsScalar(member, item) is { } scalar ? Parse<T>(member, scalar) : null, typeof(T));

    /// <summary>A list that must be there; empty when it is not, which is reported.</summary>
    public ValueList<T> RequiredValues<T>(string member)
        where T : struct, IModelValue<T> => Required(member, Values<T>(member)) ?? [];

    /// <summary>A whole number in decimal.</summary>
    public int? Integer(string member) => Scalar(member, typeof(int)) is { } scalar ? ParseInteger(member, scalar) : null;

    /// <summary>A list of whole numbers in decimal.</summary>
    public ValueList<int>? Integers(string member) =>
        List(member, item => AsScalar(member, item) is { } scalar ? ParseInteger(member, scalar) : null, typeof(int));

    /// <summary><c>true</c> or <c>false</c>; none of YAML's other words for them.</summary>
    public bool? Flag(string member)
    {
        if (Scalar(member, typeof(bool)) is not { } scalar)
        {
            return null;
        }

        if (scalar is { IsPlain: true, Text: "true" or "false" })
        {
            return scalar.Text == "true";
        }

        Report(DocumentDiagnostics.WrongType, member, scalar, $"'{scalar.Text}' is neither true nor false.");
        return null;
    }

    /// <summary>A day.</summary>
    public DateOnly? Day(string member)
    {
        if (Scalar(member, typeof(DateOnly)) is not { } scalar)
        {
            return null;
        }

        if (DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Report(DocumentDiagnostics.WrongType, member, scalar, $"'{scalar.Text}' is no date. Write year, month and day: 2027-01-31.");
        return null;
    }

    /// <summary>A word of an enumeration.</summary>
    public TEnum? Choice<TEnum>(string member)
        where TEnum : struct, Enum => Scalar(member, typeof(TEnum)) is { } scalar ? ParseChoice<TEnum>(member, scalar) : null;

    /// <summary>A word that must be there; null when it is not, which is reported.</summary>
    public TEnum? RequiredChoice<TEnum>(string member)
        where TEnum : struct, Enum => Required(member, Choice<TEnum>(member));

    /// <summary>A list of words of an enumeration.</summary>
    public ValueList<TEnum>? Choices<TEnum>(string member)
        where TEnum : struct, Enum => List(member, item => AsScalar(member, item) is { } scalar ? ParseChoice<TEnum>(member, scalar) : null, typeof(TEnum));

    /// <summary>A list that must be there; empty when it is not, which is reported.</summary>
    public ValueList<TEnum> RequiredChoices<TEnum>(string member)
        where TEnum : struct, Enum => Required(member, Choices<TEnum>(member)) ?? [];

    /// <summary>A scalar as such a value, or a report.</summary>
    public T? Parse<T>(string member, YamlScalar scalar)
        where T : struct, IModelValue<T>
    {
        if (T.TryParse(scalar.Text, out var value, out var problem))
        {
            return value;
        }

        Report(problem.Descriptor, member, scalar, problem.Message);
        return null;
    }

    /// <summary>A scalar as a word of an enumeration, or a report.</summary>
    public TEnum? ParseChoice<TEnum>(string member, YamlScalar scalar)
        where TEnum : struct, Enum
    {
        if (Parsing.Choices<TEnum>.TryParse(scalar.Text, out var value))
        {
            return value;
        }

        var nearest = NearestWord.Find(scalar.Text, Parsing.Choices<TEnum>.Words);
        Report(
            DocumentDiagnostics.UnknownWord,
            member,
            scalar,
            $"'{scalar.Text}' is none of the words that '{KeyOf(member)}' takes. {NearestWord.Advise(nearest, Parsing.Choices<TEnum>.Words)}",
            nearest);
        return null;
    }

    /// <summary>The node as a scalar, or a report.</summary>
    public YamlScalar? AsScalar(string member, YamlNode node)
    {
        if (node is YamlScalar { IsEmpty: false } scalar)
        {
            return scalar;
        }

        Report(DocumentDiagnostics.WrongType, member, node, node is YamlScalar
            ? $"'{KeyOf(member)}' has no value. Write one, or leave the key out for the default."
            : $"'{KeyOf(member)}' takes a single value here, not a {Kind(node)}.");
        return null;
    }

    private YamlScalar? Scalar(string member, Type type, string? key = null)
    {
        shapes?.Add(new(key ?? KeyOf(member), member, new ValueShape(type)));
        return Find(member, key) is { } node ? AsScalar(member, node) : null;
    }

    private int? ParseInteger(string member, YamlScalar scalar)
    {
        // No octal, no underscores, no exponents: YAML 1.1 would read 010 as 8.
        if (scalar.IsPlain && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == scalar.Text)
        {
            return number;
        }

        Report(DocumentDiagnostics.WrongType, member, scalar, $"'{scalar.Text}' is not a whole number.");
        return null;
    }
}
