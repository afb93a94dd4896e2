using System.Text.Json.Nodes;
using AksEgress.Diagnostics;
using AksEgress.Parsing;
using AksEgress.Tests.Infrastructure;
using AksEgress.Tests.Validation;
using NJsonSchema;

namespace AksEgress.Tests.Parsing.Schema;

/// <summary>The JSON Schema of documents says what the reader says.</summary>
public sealed class SchemaTests
{
    private static readonly string _text = ReadSchema(DocumentKind.Topology);
    private static readonly Task<JsonSchema> _schema = JsonSchema.FromJsonAsync(_text);

    public static TheoryData<string> Cases => Case.Names;

    public static TheoryData<string> Pages => [.. DiagnosticCatalog.All.Where(descriptor => descriptor.Code[4] != '0' && HelpPage.Read(descriptor.Code).Right is not null).Select(descriptor => descriptor.Code)];

    [Theory]
    [InlineData(DocumentKind.Topology, "egress")]
    [InlineData(DocumentKind.Rules, "rules")]
    public void It_is_what_the_reader_and_the_model_give(DocumentKind kind, string name)
    {
        var generated = SchemaGenerator.Generate(kind);
        var received = Repository.PathOf("src", "AksEgress", "Parsing", $"{name}.schema.received.json");
        if (generated == ReadSchema(kind))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, generated);
        Assert.Fail($"{received} is not {name}.schema.json. To accept it, read it and rename it.");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_accepts_the_documents_of_cases_and_samples(string name) =>
        await AcceptsAsync(await File.ReadAllTextAsync(Case.FileOf(name), TestContext.Current.CancellationToken));

    [Theory]
    [MemberData(nameof(Pages))]
    public Task It_accepts_right_examples(string code) => AcceptsAsync(HelpPage.Complete(HelpPage.Read(code).Right!));

    [Fact]
    public Task It_accepts_a_document_with_nearly_everything() => AcceptsAsync(RichDocument.Text);

    [Fact]
    public async Task It_refuses_an_unknown_key_in_every_mapping()
    {
        var document = YamlJson.Read(RichDocument.Text)!;
        var mappings = Mappings(document).Where(mapping => (mapping.Parent is JsonObject ? mapping.GetPropertyName() : "") is not ("tags" or "selector" or "severity")).ToList();
        Assert.True(mappings.Count > 20);
        foreach (var mapping in mappings)
        {
            mapping.Add("bogus", 1);
            Assert.NotEmpty((await _schema).Validate(document.ToJsonString()));
            mapping.Remove("bogus");
        }
    }

    [Theory]
    [InlineData("location: eastus", "location: [eastus]")]
    [InlineData("location: eastus\n", "")]
    [InlineData("prefix: 10.42.1.0/24", "prefix: 10.42.1.0/33")]
    [InlineData("role: cluster", "role: clutser")]
    [InlineData("allow: [aks]", "allow: [aks, dokcer-hub]")]
    [InlineData("count: 2", "count: two")]
    public async Task It_refuses_what_the_reader_refuses(string right, string wrong)
    {
        var document = HelpPage.BaseDocument.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(HelpPage.BaseDocument, document);

        Assert.True(TopologyDocument.Parse(document).Diagnostics.HasErrors);
        Assert.NotEmpty((await _schema).Validate(YamlJson.Read(document)!.ToJsonString()));
    }

    [Fact]
    public Task It_accepts_values_of_environments_wherever_the_reader_does() => AcceptsAsync(EnvironmentTests.Everywhere);

    [Fact]
    public async Task That_of_rules_accepts_them_and_nothing_else()
    {
        var schema = await JsonSchema.FromJsonAsync(ReadSchema(DocumentKind.Rules), TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(YamlJson.Read("include: [../a.rules.yaml]\nallow: [aks, { https: ['${host}'] }]\nrules: []\nsuppress: []")!.ToJsonString()));
        Assert.NotEmpty(schema.Validate(YamlJson.Read("name: a")!.ToJsonString()));
    }

    [Theory]
    [InlineData(DocumentKind.Topology)]
    [InlineData(DocumentKind.Rules)]
    public void Every_key_is_described(DocumentKind kind)
    {
        var undescribed =
            from mapping in Mappings(JsonNode.Parse(ReadSchema(kind))!)
            where mapping["properties"] is JsonObject
            from property in mapping["properties"]!.AsObject()
            // What a collection is, its rules say.
            where property.Value!["description"] is null && property.Key != "kind"
            select property.Value.GetPath();

        Assert.Empty(undescribed);
    }

    private static async Task AcceptsAsync(string yaml) => Assert.Empty((await _schema).Validate(YamlJson.Read(yaml)!.ToJsonString()));

    private static IEnumerable<JsonObject> Mappings(JsonNode? node) => node switch
    {
        JsonObject mapping => mapping.SelectMany(pair => Mappings(pair.Value)).Prepend(mapping),
        JsonArray array => array.SelectMany(Mappings),
        _ => [],
    };

    private static string ReadSchema(DocumentKind kind)
    {
        using var reader = new StreamReader(TopologyDocument.OpenSchema(kind));
        return reader.ReadToEnd();
    }
}
