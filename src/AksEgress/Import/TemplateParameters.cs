using System.Globalization;
using System.Text;
using System.Text.Json;
using AksEgress.Diagnostics;

namespace AksEgress.Import;

/// <summary>
/// The values of a template's parameters. Where one has no value and no default, something of its type stands in for it: texts can be recognised in what comes out, other values are tried
/// in two variants, and where those make a difference the parameter needs a value.
/// </summary>
internal sealed class TemplateParameters
{
    private readonly List<(string Name, string Json)> _given = [];
    private readonly List<(string Name, string First, string Second)> _standIns = [];
    private readonly Dictionary<string, string> _placeholders = new(StringComparer.Ordinal);

    private TemplateParameters()
    {
    }

    /// <summary>Texts that stand for parameters, with their names.</summary>
    public IReadOnlyDictionary<string, string> Placeholders => _placeholders;

    /// <summary>The parameters whose stand-ins cannot be recognised in what comes out.</summary>
    public IEnumerable<string> Varied => _standIns.Where(standIn => standIn.First != standIn.Second).Select(standIn => standIn.Name);

    /// <summary>Gives each parameter a value. What is wrong with the values is reported, and there are none then.</summary>
    /// <param name="template">The template as ARM JSON.</param>
    /// <param name="given">Values that were given, by name: JSON, or plain text.</param>
    /// <param name="file">The template's name for diagnostics.</param>
    /// <param name="diagnostics">Takes what is found.</param>
    public static TemplateParameters? Create(JsonElement template, IReadOnlyDictionary<string, string> given, string? file, DiagnosticBag diagnostics)
    {
        var parameters = new TemplateParameters();
        var place = SourceSpan.WholeFile(file);
        var names = new List<string>();
        foreach (var parameter in template.TryGetProperty("parameters", out var all) && all.ValueKind == JsonValueKind.Object ? all.EnumerateObject() : default)
        {
            names.Add(parameter.Name);
            if (given.FirstOrDefault(value => string.Equals(value.Key, parameter.Name, StringComparison.OrdinalIgnoreCase)) is { Key: not null } value)
            {
                if (!IsIdentifier(parameter.Name))
                {
                    diagnostics.Add(ImportDiagnostics.BadParameter, place, $"Bicep cannot say a value of a parameter called '{Quotation.Shorten(parameter.Name)}'. Change the name to letters, digits and '_'.");
                }
                else if (ToJson(value.Value, TypeOf(parameter.Value)) is { } json)
                {
                    parameters._given.Add((parameter.Name, json));
                }
                else
                {
                    diagnostics.Add(ImportDiagnostics.BadParameter, place, $"The parameter '{Quotation.Shorten(parameter.Name)}' is of type {Quotation.Shorten(TypeOf(parameter.Value))}, and '{Quotation.Shorten(value.Value)}' is not. Write it as JSON.");
                }
            }
            else if (parameter.Value.ValueKind == JsonValueKind.Object && !parameter.Value.TryGetProperty("defaultValue", out _) && !IsNullable(parameter.Value))
            {
                parameters.StandIn(parameter.Name, parameter.Value, place, diagnostics);
            }
        }

        foreach (var name in given.Keys.Where(name => !names.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            diagnostics.Add(ImportDiagnostics.BadParameter, place, $"The template has no parameter '{Quotation.Shorten(name)}'. {NearestWord.Suggest(name, names)}");
        }

        return diagnostics.HasErrors ? null : parameters;
    }

    /// <summary>Values from a parameters file; null, reported, when it is none.</summary>
    public static Dictionary<string, string>? ReadFile(ReadOnlyMemory<byte> utf8, string file, DiagnosticBag diagnostics)
    {
        if (!ArmDocument.TryRead(utf8, file, null, out var document, out var problem))
        {
            diagnostics.Add(problem);
            return null;
        }

        var root = document.Root;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("parameters", out var parameters) || parameters.ValueKind != JsonValueKind.Object)
        {
            diagnostics.Add(ImportDiagnostics.BadParameter, SourceSpan.WholeFile(file), "This is no parameters file: it has no object 'parameters'.");
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in parameters.EnumerateObject())
        {
            // A reference to a secret in a key vault is no value that anybody should have here.
            if (parameter.Value.ValueKind == JsonValueKind.Object && parameter.Value.TryGetProperty("value", out var value))
            {
                values[parameter.Name] = value.GetRawText();
            }
        }

        return values;
    }

    /// <summary>The parameters as <c>.bicepparam</c>.</summary>
    /// <param name="template">The template's path, relative to the file that this will be.</param>
    /// <param name="varied">The parameter that has the second of its stand-ins, or null.</param>
    public string ToBicepParam(string template, string? varied = null)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"using {Quote(template.Replace('\\', '/'))}\n"));
        foreach (var (name, json) in _given.Concat(_standIns.Select(standIn => (standIn.Name, standIn.Name == varied ? standIn.Second : standIn.First))))
        {
            text.Append(CultureInfo.InvariantCulture, $"param {name} = json({Quote(json)})\n");
        }

        return text.ToString();
    }

    private static string Quote(string text) =>
        "'" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal).Replace("${", "\\${", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal) + "'";

    /// <summary>True for a name that can stand in a file of parameters: anything else would be read as something else there.</summary>
    private static bool IsIdentifier(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    private static string TypeOf(JsonElement parameter) =>
        parameter.ValueKind == JsonValueKind.Object && parameter.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()!.ToLowerInvariant() : "";

    private static bool IsNullable(JsonElement parameter) => parameter.TryGetProperty("nullable", out var nullable) && nullable.ValueKind == JsonValueKind.True;

    private static int? Number(JsonElement parameter, string name) =>
        parameter.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    /// <summary>A given value as JSON of a type; null where it is none.</summary>
    private static string? ToJson(string text, string type)
    {
        var isText = type is "string" or "securestring";
        try
        {
            using var document = JsonDocument.Parse(text);
            var kind = document.RootElement.ValueKind;
            var fits = type switch
            {
                "string" or "securestring" => kind == JsonValueKind.String,
                "int" => kind == JsonValueKind.Number,
                "bool" => kind is JsonValueKind.True or JsonValueKind.False,
                "array" => kind == JsonValueKind.Array,
                "object" or "secureobject" => kind == JsonValueKind.Object,
                _ => true,
            };
            return fits ? text : isText ? JsonSerializer.Serialize(text, StringJson.Default.String) : null;
        }
        catch (JsonException)
        {
            return isText || type.Length == 0 ? JsonSerializer.Serialize(text, StringJson.Default.String) : null;
        }
    }

    private void StandIn(string name, JsonElement parameter, SourceSpan place, DiagnosticBag diagnostics)
    {
        var values = parameter.TryGetProperty("allowedValues", out var allowed) && allowed.ValueKind == JsonValueKind.Array && allowed.GetArrayLength() > 0
            ? (First: allowed[0].GetRawText(), Second: allowed[allowed.GetArrayLength() - 1].GetRawText())
            : TypeOf(parameter) switch
            {
                "string" or "securestring" => Text(name, parameter),
                "int" => Numbers(parameter),
                "bool" => ("false", "true"),
                "array" => ("[]", "[]"),
                "object" or "secureobject" => ("{}", "{}"),
                _ => default((string First, string Second)?),
            };
        if (!IsIdentifier(name))
        {
            diagnostics.Add(ImportDiagnostics.ParameterNeeded, place, $"The parameter '{Quotation.Shorten(name)}' has no default, and Bicep cannot say a value of a parameter with this name. Give it a default in the template.");
            return;
        }

        if (values is not { } standIn)
        {
            diagnostics.Add(ImportDiagnostics.ParameterNeeded, place, $"The parameter '{Quotation.Shorten(name)}' has no value, and is of a type that no value can be made up for. Give it one with --parameters {Quotation.Shorten(name)}=….");
            return;
        }

        _standIns.Add((name, standIn.First, standIn.Second));
        diagnostics.Add(ImportDiagnostics.Placeholder, place, $"The parameter '{Quotation.Shorten(name)}' has no value; {Quotation.Shorten(standIn.First)} stands in for it. Give it one with --parameters {Quotation.Shorten(name)}=… to have the real names.");
    }

    private (string First, string Second) Text(string name, JsonElement parameter)
    {
        var marker = $"__{name}__";
        if (Number(parameter, "minLength") is { } least && marker.Length < least)
        {
            marker = marker.PadRight(Math.Min(least, 1000), '_');
        }

        if (Number(parameter, "maxLength") is { } most && most >= 0 && marker.Length > most)
        {
            // Too short to be recognised: tried in two variants.
            return ($"\"{new string('a', most)}\"", $"\"{new string('b', most)}\"");
        }

        _placeholders[marker] = name;
        var json = JsonSerializer.Serialize(marker, StringJson.Default.String);
        return (json, json);
    }

    private static (string First, string Second) Numbers(JsonElement parameter)
    {
        var first = Number(parameter, "minValue") ?? Math.Min(1, Number(parameter, "maxValue") ?? 1);
        var second = Number(parameter, "maxValue") is { } most && first + 1 > most ? Math.Max(most, first) : first + 1;
        return (first.ToString(CultureInfo.InvariantCulture), second.ToString(CultureInfo.InvariantCulture));
    }
}
