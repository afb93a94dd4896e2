using System.Text.Json;

namespace AksEgress.Model;

/// <summary>Names of the model as documents write them.</summary>
internal static class DocumentWord
{
    /// <summary>A word of an enumeration: <c>virtualAppliance</c>, <c>docker-hub</c>.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        OfWord(value);

    /// <summary>A word of whatever enumeration.</summary>
    public static string OfWord(Enum value) => (value is EndpointSet ? JsonNamingPolicy.KebabCaseLower : JsonNamingPolicy.CamelCase).ConvertName(value.ToString());

    /// <summary>A key: <c>podSubnet</c>.</summary>
    public static string OfMember(string member) => JsonNamingPolicy.CamelCase.ConvertName(member);
}
