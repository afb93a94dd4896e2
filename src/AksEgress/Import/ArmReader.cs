using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using AksEgress.Diagnostics;
using AksEgress.Knowledge;
using AksEgress.Model;

namespace AksEgress.Import;

/// <summary>
/// Reads an object of a resource. Properties stand under <c>properties</c>, or, as <c>az</c> prints them, beside the name; upper and lower case are the same. Remembers what was asked
/// for: what is left may change an answer, and is reported.
/// </summary>
internal sealed partial class ArmReader
{
    /// <summary>Of a long list of nonsense as much is reported.</summary>
    private const int MaxRepeated = 100;

    private const int MaxRegion = 50;

    private readonly ImportContext _context;
    private readonly ArmResource _resource;
    private readonly JsonElement _element;
    private readonly ArmObject _object;
    private readonly ArmObject? _properties;
    private readonly ArmReader? _parent;
    private readonly string _step;
    private readonly string _member;
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);
    private readonly List<OriginMember> _members = [];
    private readonly List<ArmReader> _doubtful = [];
    private bool _isDoubtful;
    private bool _isFinished;
    private int _repeated;

    /// <summary>The resource itself.</summary>
    public ArmReader(ArmResource resource, ImportContext context)
        : this(resource, context, resource.Element, null, "", "")
    {
        context.Resources.MarkRead(resource);
    }

    private ArmReader(ArmResource resource, ImportContext context, JsonElement element, ArmReader? parent, string step, string member)
    {
        (_resource, _context, _element, _parent, _step, _member) = (resource, context, element, parent, step, member);
        _object = new(element);
        _properties = element.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object ? new(properties) : null;
    }

    /// <summary>The resource that the object is of.</summary>
    public ArmResource Resource => _resource;

    /// <summary>What everything is read with.</summary>
    public ImportContext Context => _context;

    /// <summary>Where the object stands.</summary>
    public SourceSpan Place => SpanOf(_element);

    /// <summary>The object's way from the resource: <c>properties.ruleCollections[0].rules[3]</c>.</summary>
    public string Path
    {
        get
        {
            var steps = new Stack<string>();
            for (var reader = this; reader is not null; reader = reader._parent)
            {
                steps.Push(reader._step);
            }

            return string.Concat(steps).TrimStart('.');
        }
    }

    /// <summary>The objects of a list; empty where there is none.</summary>
    public IEnumerable<ArmReader> Objects(string key, string member)
    {
        var (index, step) = (0, StepOf(key));
        foreach (var item in Items(key, member) ?? [])
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                yield return new(_resource, _context, item, this, string.Create(CultureInfo.InvariantCulture, $"{step}[{index}]"), member);
            }
            else
            {
                Unread(key, member, $"{PathOf(key)} of {Name} holds what is no object. That is not read.", item);
            }

            index++;
        }
    }

    /// <summary>An object, or null where there is none.</summary>
    public ArmReader? Object(string key, string member)
    {
        if (Find(key, member) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new(_resource, _context, value, this, StepOf(key), member);
        }

        Unread(key, member, $"{PathOf(key)} of {Name} is no object, and is not read.", value);
        return null;
    }

    /// <summary>The id of another resource: <c>{ "id": "…" }</c>, or the id itself; null where there is none.</summary>
    public string? Id(string key, string member)
    {
        if (Find(key, member) is not { ValueKind: JsonValueKind.Object } value)
        {
            return IdOfSubnet(key) ?? Text(key, member)?.TrimEnd('/');
        }

        var reference = new ArmReader(_resource, _context, value, this, StepOf(key), member);
        return reference.IdOfSubnet("id") ?? reference.Text("id", member)?.TrimEnd('/');
    }

    /// <summary>Passes over an object that says that it is off.</summary>
    public void Ignore(string key, string property, string off)
    {
        _known.Remove(key);
        if ((_properties?.Find(key) ?? _object.Find(key)) is { ValueKind: JsonValueKind.Object } value && new ArmObject(value).Find(property) is { } said && string.Equals(AsText(said), off, StringComparison.OrdinalIgnoreCase))
        {
            _known.Add(key);
        }
    }

    /// <summary>True when the object has a property that says something.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Remembers that nothing can be concluded from a member, and says why.</summary>
    /// <param name="key">The property.</param>
    /// <param name="member">The member of the model.</param>
    /// <param name="reason">Why, as a sentence, which answers repeat.</param>
    /// <param name="advice">What to do, which only the finding says.</param>
    public void Unread(string key, string member, string reason, string advice = "") => Unread(key, member, reason, Find(key) ?? _element, advice: advice);

    /// <summary>What could not be read so far, of the object and of those of its parts that are no node of their own.</summary>
    public IEnumerable<OriginMember> Unreadable => _members.Where(member => member.IsUnreadable).Concat(_doubtful.SelectMany(part => part.Lost));

    /// <summary>The place of the object and of what is in it. What nobody asked for is reported. Called once, after all was read.</summary>
    /// <param name="kind">What the object is in <see cref="TemplateProperties"/>.</param>
    public Origin Finish(string kind)
    {
        FinishPart(kind);
        _members.AddRange(_doubtful.SelectMany(part => part.Lost));
        _isFinished = true;
        return new(Place, _members);
    }

    /// <summary>Reports what nobody asked for of an object that is no node of its own: what of it could not be read is its owner's.</summary>
    /// <param name="kind">What the object is in <see cref="TemplateProperties"/>.</param>
    public void FinishPart(string kind)
    {
        var known = TemplateProperties.Of(kind);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in _properties is { } own ? own.Element.EnumerateObject().Concat(_element.EnumerateObject().Where(property => property.Name != "properties")) : _element.EnumerateObject())
        {
            var name = property.Name;
            if (ArmObject.IsEmpty(property.Value) || TemplateProperties.IsHarmless(kind, name) || (seen.Add(name) && _known.Contains(name)))
            {
                continue;
            }

            var (effect, text) = known.Denies.TryGetValue(name, out var denial) ? (UnreadableEffect.Denies, denial)
                : known.Assumed.TryGetValue(name, out var assumed) ? (UnreadableEffect.Assumed, assumed)
                : (UnreadableEffect.Changes, known.Changes.GetValueOrDefault(name));
            var reason = _known.Contains(name) ? "stands there more than once, and the first was read"
                : text is null ? "is not known here, so it is not known what it changes"
                : $"is not read: {text}";
            Unread(name, name, $"{PathOf(name)} of {Name} {reason}.", property.Value, effect);
        }
    }

    /// <summary>What the owner has to say of a part, under the member that the part is read for.</summary>
    private IEnumerable<OriginMember> Lost => _isFinished ? [] : Unreadable.Select(member => member with { Name = _member });

    /// <summary>The id of a subnet that a template takes from its network by its place in the list there (<c>network.properties.subnets[0].id</c>); null for anything else.</summary>
    private string? IdOfSubnet(string key)
    {
        const string before = "subnets[";
        const string after = "].id";
        return Runtime(key, key) is RuntimeValue.Link { Suffix: "", Path: var path } link
            && path.StartsWith(before, StringComparison.OrdinalIgnoreCase) && path.EndsWith(after, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(path.AsSpan(before.Length, path.Length - before.Length - after.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && _context.Resources.Find(link.Id) is { } network
            && new ArmReader(network, _context).Objects("subnets", "Subnets").ElementAtOrDefault(index)?.Prose("name") is { } name
                ? $"{link.Id}/subnets/{name}"
                : null;
    }

    private string Name => $"{_resource.Type[(_resource.Type.LastIndexOf('/') + 1)..]} '{Quotation.Shorten(_resource.Name)}'";

    private string StepOf(string key) => (_properties?.Find(key) is not null ? ".properties." : ".") + key;

    private string PathOf(string key) => (Path + StepOf(key)).TrimStart('.');

    private SourceSpan SpanOf(JsonElement element) => _resource.Document.IsPredicted ? _resource.Place : _resource.Document.SpanOf(element);

    private JsonElement? Find(string key, string? member = null)
    {
        _known.Add(key);
        if ((_properties?.Find(key) ?? _object.Find(key)) is not { } value)
        {
            return null;
        }

        if (member is not null && !_resource.Document.IsPredicted)
        {
            _members.Add(new(member, -1, SpanOf(value)));
        }

        return value;
    }

    private JsonElement.ArrayEnumerator? Items(string key, string member)
    {
        if (Find(key, member) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.EnumerateArray();
        }

        Unread(key, member, AsText(value) is { } text && Known(text, out var unknown) is null ? unknown! : $"{PathOf(key)} of {Name} is no list, and is not read.", value);
        return null;
    }

    private T? Unread<T>(string key, string member, string reason)
        where T : struct
    {
        Unread(key, member, reason);
        return null;
    }

    private void Unread(string key, string? member, string reason, JsonElement element, UnreadableEffect effect = UnreadableEffect.Changes, string advice = "")
    {
        if (!_unreadable.Add(member ?? key) && ++_repeated > MaxRepeated)
        {
            return;
        }

        var span = SpanOf(element);
        _members.Add(new(member ?? key, -1, span, IsUnreadable: true) { Reason = reason, Effect = effect });
        _context.Report(ImportDiagnostics.NotRead, span, $"{reason} {advice}".TrimEnd());
        for (var part = this; part is { _isDoubtful: false }; part = part._parent)
        {
            part._isDoubtful = true;
            part._parent?._doubtful.Add(part);
        }
    }
}
