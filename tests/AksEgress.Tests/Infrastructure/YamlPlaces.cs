using YamlDotNet.RepresentationModel;

namespace AksEgress.Tests.Infrastructure;

/// <summary>Where the keys and the values of a document stand.</summary>
internal static class YamlPlaces
{
    /// <summary>Maps with keys of the user's own.</summary>
    private static readonly string[] _free = ["tags", "selector", "severity"];

    /// <summary>The keys that the document language knows, with where they begin and end.</summary>
    public static IReadOnlyList<(string Text, int Start, int End)> Keys(string document) => Find(document, isKey: true);

    /// <summary>The scalar values, with where they begin and end.</summary>
    public static IReadOnlyList<(string Text, int Start, int End)> Values(string document) => Find(document, isKey: false);

    private static List<(string Text, int Start, int End)> Find(string document, bool isKey)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(document));
        var places = new List<(string Text, int Start, int End)>();
        Add(stream.Documents[0].RootNode);
        return places;

        void Add(YamlNode node)
        {
            switch (node)
            {
                case YamlMappingNode mapping:
                    foreach (var (key, value) in mapping.Children)
                    {
                        AddPlace(key, isKey);
                        if (!isKey || !_free.Contains(key.ToString()))
                        {
                            Add(value);
                        }
                    }

                    break;
                case YamlSequenceNode sequence:
                    foreach (var item in sequence)
                    {
                        Add(item);
                    }

                    break;
                default:
                    AddPlace(node, !isKey);
                    break;
            }
        }

        void AddPlace(YamlNode node, bool isWanted)
        {
            if (isWanted && node is YamlScalarNode scalar)
            {
                places.Add((scalar.Value!, (int)node.Start.Index, (int)node.End.Index));
            }
        }
    }
}
