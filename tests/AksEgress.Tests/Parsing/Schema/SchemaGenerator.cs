using System.Text.Json.Nodes;
using AksEgress.Model;
using AksEgress.Parsing;

namespace AksEgress.Tests.Parsing.Schema;

/// <summary>
/// Makes the JSON Schema of documents: keys, and what must be there, as the reader asks for them; words from the enumerations; descriptions from the model's comments. Draft 7, the newest that the
/// YAML language server and JetBrains' editors both take.
/// </summary>
internal sealed class SchemaGenerator
{
    private const string Inserted = "valueOfEnvironment";

    private readonly ModelComments _comments = new();
    private readonly JsonObject _definitions = [];

    public static string Generate(DocumentKind kind) => kind == DocumentKind.Rules
        ? Generate("AksEgress rules (*.rules.yaml)", new(typeof(RuleSet), RuleReader.ReadSet))
        : Generate("AksEgress topology (*.egress.yaml)", new(typeof(EgressTopology), reader => TopologyReader.ReadDocument(reader).Topology));

    private static string Generate(string title, MappingShape shape)
    {
        var generator = new SchemaGenerator();
        var root = generator.Mapping(shape, out _);
        generator._definitions.Add(Inserted, new JsonObject { ["description"] = "Values of the environments in place of ${name}.", ["type"] = "string", ["pattern"] = @"\$\{" });
        root.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        root.Insert(1, "title", title);
        root.Add("definitions", new JsonObject(generator._definitions.OrderBy(definition => definition.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))));
        return root.ToJsonString(new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private JsonObject Schema(DocumentShape shape) => shape switch
    {
        ValueShape value => OrInserted(OneOf(value.Types.Select(Value)), value.Types),
        ListShape list => OrInserted(new() { ["type"] = "array", ["items"] = OneOf(list.Items.Select(Schema)) }),
        PairsShape { Names: { } names } pairs => new() { ["type"] = "object", ["propertyNames"] = new JsonObject { ["pattern"] = names }, ["additionalProperties"] = OneOf(pairs.Values.Select(Schema)) },
        PairsShape pairs => new() { ["type"] = "object", ["additionalProperties"] = OneOf(pairs.Values.Select(Schema)) },
        MappingShape mapping => Reference(mapping),
        _ => throw new InvalidOperationException(),
    };

    private JsonObject Reference(MappingShape mapping)
    {
        var name = DocumentWord.OfMember(mapping.Type.Name);
        if (!_definitions.ContainsKey(name))
        {
            // First its place: a suppression may hold suppressions.
            _definitions.Add(name, null);
            _definitions[name] = mapping.Type.IsAbstract ? Variants(mapping) : Mapping(mapping, out _);
        }

        return new() { ["$ref"] = $"#/definitions/{name}" };
    }

    /// <summary>What an abstract part becomes hangs on its choice.</summary>
    private JsonObject Variants(MappingShape mapping)
    {
        var choice = mapping.Keys(new Dictionary<string, string>(), out _).Single(key => key.IsRequired && key.Shape is ValueShape { Types: [{ IsEnum: true }] });
        var words = EnumWords.Of(((ValueShape)choice.Shape).Types[0]);
        return new() { ["anyOf"] = new JsonArray([.. words.Select(word => Mapping(mapping, out _, choice.Key, word))]) };
    }

    private JsonObject Mapping(MappingShape mapping, out Type type, string? choice = null, string? word = null)
    {
        var keys = mapping.Keys(choice is null ? new Dictionary<string, string>() : new() { [choice] = word! }, out type);
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            var schema = key.Key == choice ? OrInserted(EnumWords.Schema([word!])) : Schema(key.Shape);
            if (_comments.Of(type, key.Member) is { } description)
            {
                schema.Insert(0, "description", description);
            }

            properties[key.Key] = schema;
        }

        var result = new JsonObject();
        if (_comments.Of(type) is { } summary)
        {
            result.Add("description", summary);
        }

        result.Add("type", "object");
        result.Add("properties", properties);
        if (keys.Any(key => key.IsRequired))
        {
            result.Add("required", new JsonArray([.. keys.Where(key => key.IsRequired).Select(key => (JsonNode)key.Key)]));
        }

        result.Add("additionalProperties", false);
        return result;
    }

    /// <summary>Where texts of any form stand, those with <c>${</c> do so anyway.</summary>
    private static JsonObject OrInserted(JsonObject schema, params IReadOnlyList<Type> types)
    {
        var inserted = new JsonObject { ["$ref"] = $"#/definitions/{Inserted}" };
        if (types is [var only] && only == typeof(string))
        {
            return schema;
        }

        if (schema["anyOf"] is JsonArray forms)
        {
            forms.Add(inserted);
            return schema;
        }

        return new() { ["anyOf"] = new JsonArray(schema, inserted) };
    }

    private static JsonObject Value(Type type) => type.IsEnum ? EnumWords.Schema(EnumWords.Of(type)) : ValueForms.Of(type);

    private static JsonObject OneOf(IEnumerable<JsonObject> schemas) => schemas.ToArray() is var all && all.Length == 1 ? all[0] : new() { ["anyOf"] = new JsonArray([.. all]) };
}
