using System.Text.Json;
using AksEgress.Diagnostics;

namespace AksEgress.Import;

/// <summary>The resources of some documents, by their ids.</summary>
internal sealed class ResourceSet
{
    private const int MaxResources = 200_000;
    private const int MaxNesting = 8;

    /// <summary>What is said of every resource, also where its properties are not.</summary>
    private static readonly HashSet<string> _ofEveryResource = new(StringComparer.OrdinalIgnoreCase)
    {
        "changedTime", "createdTime", "extendedLocation", "id", "identity", "kind", "location", "managedBy", "name", "plan", "provisioningState", "resourceGroup", "sku", "systemData", "tags", "type", "zones",
    };

    /// <summary>Whose resources say something of egress by their properties.</summary>
    private static readonly string[] _described = ["Microsoft.Network/", "Microsoft.ContainerService/"];

    private readonly Dictionary<string, ArmResource> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<ArmResource>> _byType;
    private readonly ILookup<string, ArmResource> _byParent;
    private readonly HashSet<ArmResource> _read = new(ReferenceEqualityComparer.Instance);
    private readonly ImportFindings _findings;

    public ResourceSet(IEnumerable<ArmDocument> documents, ImportFindings findings)
    {
        _findings = findings;
        foreach (var document in documents)
        {
            Collect(document, document.Root, 0);
        }

        _byType = _byId.Values.GroupBy(resource => resource.Type, StringComparer.OrdinalIgnoreCase).ToDictionary(type => type.Key, type => type.ToList(), StringComparer.OrdinalIgnoreCase);
        _byParent = _byId.Values.ToLookup(resource => ArmId.ParentOf(resource.Id), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The resources that nobody asked for.</summary>
    public IEnumerable<ArmResource> Unread => _byId.Values.Where(resource => !_read.Contains(resource));

    /// <summary>Number of resources.</summary>
    public int Count => _byId.Count;

    /// <summary>The resources of a type, in the order in which they stand.</summary>
    public IReadOnlyList<ArmResource> OfType(string type) => _byType.GetValueOrDefault(type) ?? [];

    /// <summary>The resources of a type that are children of one.</summary>
    public IEnumerable<ArmResource> ChildrenOf(string parentId, string type) =>
        _byParent[parentId].Where(child => string.Equals(child.Type, type, StringComparison.OrdinalIgnoreCase));

    /// <summary>The resource with an id, or null where it is not described.</summary>
    public ArmResource? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Remembers that a resource was read.</summary>
    public void MarkRead(ArmResource resource) => _read.Add(resource);

    private void Collect(ArmDocument document, JsonElement element, int depth)
    {
        if (depth > MaxNesting)
        {
            _findings.Report(ImportDiagnostics.NotRead, document.SpanOf(element), "Lists in lists this deep hold no resources that Azure prints. What is in this one is not read.");
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(document, item, depth + 1);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            // A prediction, the answer of a REST call, or what a template holds.
            if (depth < 2 && (Child(element, "predictedResources") ?? Child(element, "value") ?? (Text(element, "type") is null ? Child(element, "resources") : null)) is { } list)
            {
                Collect(document, list, depth + 1);
                if (Text(element, "nextLink") is { Length: > 0 })
                {
                    _findings.Report(ImportDiagnostics.Unreadable, document.SpanOf(element), "The list goes on at its 'nextLink'. Give all of its pages in one list, without 'nextLink'.");
                }
            }
            else
            {
                Add(document, element);
            }
        }
        else if (depth > 0)
        {
            _findings.Report(ImportDiagnostics.NotRead, document.SpanOf(element), "A resource is an object with 'type' and 'name'; this is none, and is not read.");
        }
    }

    private void Add(ArmDocument document, JsonElement element)
    {
        var id = Text(element, "id");
        var parsed = id is null ? null : ArmId.Parse(id);
        var type = Text(element, "type") ?? parsed?.Type;
        var name = parsed?.Name ?? Text(element, "name");
        if (type is null || name is null || !type.Contains('/', StringComparison.Ordinal))
        {
            _findings.Report(ImportDiagnostics.NotRead, document.SpanOf(element), "A resource has 'type' and 'name', such as Microsoft.Network/azureFirewalls; this has not, and is not read.");
            return;
        }

        if (!document.IsPredicted && IsListed(element) && _described.Any(provider => type.StartsWith(provider, StringComparison.OrdinalIgnoreCase)))
        {
            _findings.Report(
                ImportDiagnostics.Missing,
                document.SpanOf(element),
                $"'{Quotation.Shorten(name)}' is listed without its properties, and counts as not in the source. 'az resource list' prints none: add what the 'show' command of {Quotation.Shorten(type)} prints, or 'az group export'.");
            return;
        }

        var key = parsed is null ? $"{type}/{name}" : id!.TrimEnd('/');
        if (_byId.Count >= MaxResources && !_byId.ContainsKey(key))
        {
            _findings.Report(ImportDiagnostics.Unreadable, SourceSpan.WholeFile(document.File), $"The source has more than {MaxResources} resources. Give it those that egress is about alone.");
            return;
        }

        // The same resource twice, such as the output of two commands: the later one is newer.
        _byId[key] = new(document, element, key, type, name, parsed?.Scope ?? "");
    }

    /// <summary>True for a resource that is only named: nothing may be concluded from what it does not say.</summary>
    private static bool IsListed(JsonElement element) =>
        element.EnumerateObject().All(property => _ofEveryResource.Contains(property.Name) || (property.NameEquals("properties") && property.Value.ValueKind == JsonValueKind.Null));

    private static JsonElement? Child(JsonElement element, string name) =>
        element.TryGetProperty(name, out var child) && child.ValueKind == JsonValueKind.Array ? child : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
