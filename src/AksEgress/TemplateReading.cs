using System.Text;
using System.Text.Json;
using AksEgress.Compilation;
using AksEgress.Diagnostics;
using AksEgress.Files;
using AksEgress.Import;
using AksEgress.Parsing;

namespace AksEgress;

/// <summary>One source that is a template or deployed resources on its way to a topology.</summary>
internal sealed class TemplateReading(TopologySourceReader reader, DiagnosticBag diagnostics, string name)
{
    /// <summary>Scopes that predictions are made for. What depends on their names cannot be known before a deployment, and nothing that egress is about should.</summary>
    private const string Tenant = "00000000-0000-0000-0000-000000000000";
    private const string ResourceGroup = "resource-group";

    /// <summary>What the CLI wants to be told for templates of resource groups, of subscriptions, and of what is above: each less than the one before, and no more than that.</summary>
    private static readonly (string? Subscription, string? ResourceGroup)[] _scopes = [(Tenant, ResourceGroup), (Tenant, null), (null, null)];

    private readonly Dictionary<string, string> _placeholders = new(StringComparer.Ordinal);
    private BicepPlaces? _places;

    /// <summary>True for the value of one parameter, false for the path of a parameters file.</summary>
    public static bool IsValue(string parameters) =>
        parameters.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals && parameters.AsSpan(0, equals).IndexOfAny('/', '\\', '.') < 0;

    /// <summary>A source that is none.</summary>
    public TopologySource Fail(string message)
    {
        diagnostics.Add(ImportDiagnostics.Unreadable, SourceSpan.WholeFile(name), message);
        return new(name, null, diagnostics);
    }

    /// <summary>Reads JSON: resources as they are, templates as what they would deploy.</summary>
    public async Task<TopologySource> ReadJsonAsync(IReadOnlyList<(ReadOnlyMemory<byte> Utf8, string Name, string? Path)> files, CancellationToken cancellationToken)
    {
        var documents = new List<ArmDocument>();
        foreach (var (utf8, file, path) in files)
        {
            if (!ArmDocument.TryRead(utf8, file, null, out var document, out var problem))
            {
                diagnostics.Add(problem);
            }
            else if (SchemaOf(document.Root) is { } schema && schema.Contains("deploymentParameters", StringComparison.OrdinalIgnoreCase))
            {
                if (files.Count == 1)
                {
                    diagnostics.Add(ImportDiagnostics.Unreadable, SourceSpan.WholeFile(file), "This is a parameters file. Name the template, and this file with --parameters.");
                }
            }
            else if (!IsTemplate(document.Root))
            {
                documents.Add(document);
            }
            else if (await PredictAsync(document.Root, utf8, path, file, cancellationToken) is { } predicted)
            {
                documents.Add(predicted);
                DeploymentOrder.Check(document.Root, step => document.SpanOf(step.Element), diagnostics);
            }
        }

        return Complete(documents);
    }

    /// <summary>Reads Bicep.</summary>
    public async Task<TopologySource> ReadBicepAsync(string path, CancellationToken cancellationToken)
    {
        // The Bicep CLI says less about a file that is not there, and waits for pipes.
        using (RegularFile.OpenRead(path))
        {
        }

        var isParameters = path.EndsWith(".bicepparam", StringComparison.OrdinalIgnoreCase);
        if (isParameters && reader.Options.Parameters.Count > 0)
        {
            return Fail("A .bicepparam has the parameters itself. Name the .bicep where values are given on the command line.");
        }

        var compilation = await reader.AskBicepAsync(cli => isParameters ? cli.CompileParamsAsync(path, cancellationToken) : cli.CompileAsync(path, cancellationToken), name, diagnostics, cancellationToken);
        foreach (var finding in compilation?.Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error) ?? [])
        {
            diagnostics.Add(ImportDiagnostics.TemplateError, finding.Span, $"{finding.Code}: {finding.Message}");
        }

        using var json = compilation?.Template is { } template ? JsonDocument.Parse(template, new() { MaxDepth = 512 }) : null;
        var document = diagnostics.HasErrors ? null
            : isParameters ? await SnapshotAsync(path, path, name, cancellationToken)
            : json is null ? null
            : await PredictAsync(json.RootElement, default, path, name, cancellationToken);
        if (document is null)
        {
            return new(name, null, diagnostics);
        }

        if (json is not null)
        {
            DeploymentOrder.Check(json.RootElement, step => _places?.Find(step.Type, step.Display, step.Symbol) ?? SourceSpan.WholeFile(name), diagnostics);
        }

        return Complete([document]);
    }

    private TopologySource Complete(List<ArmDocument> documents) =>
        new(name, diagnostics.HasErrors ? null : TopologyImport.Read(documents, _placeholders, reader.Options.Cluster, reader.Options.Firewall, diagnostics) is { } topology && !diagnostics.HasErrors ? topology : null, diagnostics);

    /// <summary>What a template would deploy.</summary>
    private async Task<ArmDocument?> PredictAsync(JsonElement template, ReadOnlyMemory<byte> utf8, string? path, string file, CancellationToken cancellationToken)
    {
        if (GivenParameters() is not { } given || TemplateParameters.Create(template, given, file, diagnostics) is not { } parameters)
        {
            return null;
        }

        foreach (var (placeholder, parameter) in parameters.Placeholders)
        {
            _placeholders[placeholder] = parameter;
        }

        var folder = Directory.CreateTempSubdirectory("aks-egress-");
        try
        {
            // What comes by a pipe is in no folder yet.
            var templatePath = path ?? Path.Combine(folder.FullName, "main.json");
            if (path is null)
            {
                await File.WriteAllBytesAsync(templatePath, utf8, cancellationToken);
            }

            var parametersFile = Path.Combine(folder.FullName, "main.bicepparam");
            var relative = Path.GetRelativePath(folder.FullName, templatePath);
            await File.WriteAllTextAsync(parametersFile, parameters.ToBicepParam(relative), cancellationToken);
            if (await SnapshotAsync(parametersFile, path, file, cancellationToken) is not { } document)
            {
                return null;
            }

            foreach (var varied in parameters.Varied)
            {
                await File.WriteAllTextAsync(parametersFile, parameters.ToBicepParam(relative, varied), cancellationToken);
                if (await SnapshotAsync(parametersFile, path, file, cancellationToken) is not { } other || !PredictedResources.AreAlike(document.Root, other.Root))
                {
                    diagnostics.Add(ImportDiagnostics.ParameterNeeded, SourceSpan.WholeFile(file), $"The parameter '{varied}' has no value, and it depends on it what is deployed. Give it one with --parameters {varied}=….");
                }
            }

            return diagnostics.HasErrors ? null : document;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<ArmDocument?> SnapshotAsync(string parametersFile, string? source, string file, CancellationToken cancellationToken)
    {
        try
        {
            if (await PredictionOfAsync(parametersFile, file, cancellationToken) is not { } text)
            {
                return null;
            }

            _places ??= source is null || source.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? null : await PlacesAsync(source, file, cancellationToken);
            if (ArmDocument.TryRead(Encoding.UTF8.GetBytes(text), file, (type, resource) => _places?.Find(type, resource) ?? SourceSpan.WholeFile(file), out var document, out var problem))
            {
                return document;
            }

            diagnostics.Add(problem);
        }
        catch (BicepCliException e)
        {
            await ReportAsync(parametersFile, source, file, e, cancellationToken);
        }

        return null;
    }

    /// <summary>The CLI's prediction at the scope that the template is for: the largest that it does not refuse for saying too much.</summary>
    private async Task<string?> PredictionOfAsync(string parametersFile, string file, CancellationToken cancellationToken)
    {
        for (var narrower = 0; ; narrower++)
        {
            var (subscription, group) = _scopes[narrower];
            try
            {
                return await reader.AskBicepAsync(
                    cli => cli.SnapshotAsync(parametersFile, Tenant, subscription, group, reader.Options.Location, "main", cancellationToken), file, diagnostics, cancellationToken);
            }
            catch (BicepCliException e) when (narrower < _scopes.Length - 1 && e.Message.Contains("cannot be specified for a template of scope", StringComparison.Ordinal))
            {
                // The template is for a wider scope. Only the template says for which, and a parameters file does not say that.
            }
        }
    }

    /// <summary>Why there is no prediction: what is wrong with the files, or else what the CLI said.</summary>
    private async Task ReportAsync(string parametersFile, string? source, string file, BicepCliException refusal, CancellationToken cancellationToken)
    {
        var compilation = await reader.AskBicepAsync(cli => cli.CompileParamsAsync(parametersFile, cancellationToken), file, diagnostics, cancellationToken);
        var errors = compilation?.Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).ToList() ?? [];
        foreach (var error in errors)
        {
            // A file of ours is gone when people read this.
            diagnostics.Add(ImportDiagnostics.TemplateError, error.Span.File == parametersFile && parametersFile != source ? SourceSpan.WholeFile(file) : error.Span, $"{error.Code}: {error.Message}");
        }

        if (errors.Count == 0)
        {
            diagnostics.Add(ImportDiagnostics.TemplateError, SourceSpan.WholeFile(file), refusal.Message);
        }
    }

    private async Task<BicepPlaces?> PlacesAsync(string source, string file, CancellationToken cancellationToken)
    {
        var declarations = new List<BicepDeclaration>();
        var files = await reader.AskBicepAsync(cli => cli.FileReferencesAsync(source, cancellationToken), file, diagnostics, cancellationToken);
        foreach (var bicep in files?.Where(one => one.EndsWith(".bicep", StringComparison.OrdinalIgnoreCase)) ?? [])
        {
            var lines = (await File.ReadAllTextAsync(bicep, cancellationToken)).Split('\n');
            var resources = await reader.AskBicepAsync(cli => cli.ResourcesAsync(bicep, cancellationToken), file, diagnostics, cancellationToken);
            declarations.AddRange((resources ?? []).Select(resource => new BicepDeclaration(resource.Type, string.Join('\n', lines[(resource.Place.Line - 1)..resource.Place.EndLine]), resource.Place)));
        }

        return new(file, declarations);
    }

    private Dictionary<string, string>? GivenParameters()
    {
        var given = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var argument in reader.Options.Parameters)
        {
            if (IsValue(argument))
            {
                var equals = argument.IndexOf('=', StringComparison.Ordinal);
                given[argument[..equals]] = argument[(equals + 1)..];
                continue;
            }

            using var file = SourceFile.Open(argument.TrimStart('@'));
            var values = TemplateParameters.ReadFile(DocumentText.Read(file, ArmDocument.MaxSize), argument, diagnostics);
            if (values is null)
            {
                return null;
            }

            foreach (var (parameter, value) in values)
            {
                given[parameter] = value;
            }
        }

        return given;
    }

    private static string? SchemaOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("$schema", out var schema) && schema.ValueKind == JsonValueKind.String ? schema.GetString() : null;

    private static bool IsTemplate(JsonElement root) => SchemaOf(root)?.Contains("deploymentTemplate.json", StringComparison.OrdinalIgnoreCase) == true;
}
