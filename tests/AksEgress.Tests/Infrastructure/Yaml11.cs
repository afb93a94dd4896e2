using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AksEgress.Tests.Infrastructure;

/// <summary>
/// What the readers of Kubernetes, which follow YAML 1.1, take a scalar for. Our test readers know the type that they want, and would turn <c>no</c> into a text silently.
/// </summary>
internal static partial class Yaml11
{
    /// <summary>True for a scalar that is text for every reader.</summary>
    public static bool IsText(YamlScalarNode scalar) => scalar.Style != ScalarStyle.Plain || !Implicit().IsMatch(scalar.Value!);

    /// <summary>Every scalar below a node that is not text for every reader.</summary>
    public static IEnumerable<YamlScalarNode> NotText(YamlNode node) => node switch
    {
        YamlScalarNode scalar => IsText(scalar) ? [] : [scalar],
        YamlMappingNode mapping => mapping.Children.SelectMany(pair => NotText(pair.Key).Concat(NotText(pair.Value))),
        YamlSequenceNode sequence => sequence.Children.SelectMany(NotText),
        _ => [],
    };

    // The implicit tags bool, null, int, float, timestamp, merge and value of https://yaml.org/type/, and the numbers of YAML 1.2.
    [GeneratedRegex("""
        ^( y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF
        | ~|null|Null|NULL|
        | [-+]?0b[01_]+ | [-+]?0o?[0-7_]+ | [-+]?[0-9][0-9_]* | [-+]?0x[0-9a-fA-F_]+ | [-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?
        | [-+]?([0-9][0-9_]*)?\.[0-9_.]*([eE][-+]?[0-9]+)? | [-+]?[0-9][0-9_]*([eE][-+]?[0-9]+) | [-+]?\.(inf|Inf|INF) | \.(nan|NaN|NAN)
        | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*
        | << | = )$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Implicit();
}
