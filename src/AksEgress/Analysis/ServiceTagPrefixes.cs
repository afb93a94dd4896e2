using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AksEgress.Analysis.Sets;
using AksEgress.Model;

namespace AksEgress.Analysis;

/// <summary>
/// The address prefixes of service tags, from the file that Microsoft publishes each week ("Azure IP Ranges and Service Tags", <c>ServiceTags_Public_….json</c>). With it a service tag's
/// addresses are known, and answers do not depend on them.
/// </summary>
public sealed class ServiceTagPrefixes
{
    private readonly Dictionary<string, (Cidr[] Cidrs, AddressSet Addresses)> _byTag = new(StringComparer.OrdinalIgnoreCase);

    private ServiceTagPrefixes()
    {
    }

    /// <summary>Reads Microsoft's file. IPv6 prefixes are left out: rules have none.</summary>
    /// <param name="utf8Json">The file's bytes, with or without a byte order mark.</param>
    /// <param name="prefixes">What it says.</param>
    /// <param name="problem">Why it could not be read.</param>
    public static bool TryRead(ReadOnlyMemory<byte> utf8Json, [NotNullWhen(true)] out ServiceTagPrefixes? prefixes, [NotNullWhen(false)] out string? problem)
    {
        prefixes = null;
        try
        {
            using var document = JsonDocument.Parse(utf8Json.Span.StartsWith("\uFEFF"u8) ? utf8Json[3..] : utf8Json);
            prefixes = Read(document.RootElement);
            problem = prefixes is null ? "The file has no 'values' with 'name' and 'properties.addressPrefixes': it is not Microsoft's file of service tags." : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            problem = $"The file is not JSON: {exception.Message}";
        }

        return prefixes is not null;
    }

    /// <summary>The addresses of a tag, or null when the file does not have it.</summary>
    internal AddressSet? Find(ServiceTag tag) => _byTag.TryGetValue(tag.ToString(), out var known) ? known.Addresses : null;

    /// <summary>The prefixes of a tag, or null when the file does not have it.</summary>
    internal IReadOnlyList<Cidr>? CidrsOf(ServiceTag tag) => _byTag.TryGetValue(tag.ToString(), out var known) ? known.Cidrs : null;

    private static ServiceTagPrefixes? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("values", out var values) || values.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var result = new ServiceTagPrefixes();
        foreach (var value in values.EnumerateArray())
        {
            if (value.ValueKind != JsonValueKind.Object
                || !value.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String
                || !value.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object
                || !properties.TryGetProperty("addressPrefixes", out var list) || list.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            var cidrs = new List<Cidr>();
            foreach (var prefix in list.EnumerateArray())
            {
                if (prefix.ValueKind != JsonValueKind.String)
                {
                    return null;
                }

                // The file has single addresses too, and IPv6.
                var text = prefix.GetString()!;
                if (Cidr.TryParse(text.Contains('/', StringComparison.Ordinal) ? text : text + "/32", out var cidr, out _))
                {
                    cidrs.Add(cidr);
                }
                else if (!text.Contains(':', StringComparison.Ordinal))
                {
                    return null;
                }
            }

            result._byTag[name.GetString()!] = ([.. cidrs], AddressSet.Of(cidrs));
        }

        return result;
    }
}
