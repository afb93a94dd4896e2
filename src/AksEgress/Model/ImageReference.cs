using System.Globalization;
using System.Text.RegularExpressions;

namespace AksEgress.Model;

/// <summary>An image as container runtimes read it (distribution/reference: the grammar, and the names that Docker Hub's images may leave out).</summary>
/// <param name="Registry">The registry's host in lower case; <c>docker.io</c> where none is named.</param>
/// <param name="Port">The registry's port, or null.</param>
/// <param name="Repository">The path, on Docker Hub with <c>library/</c> where it has one part only.</param>
internal sealed partial record ImageReference(string Registry, int? Port, string Repository)
{
    private const int MaxLength = 512;
    private const string DockerHub = "docker.io";

    /// <summary>What a text names, or null where it names no image.</summary>
    public static ImageReference? Find(string text)
    {
        if (text.Length > MaxLength || Grammar().Match(text) is not { Success: true } match)
        {
            return null;
        }

        // What stands in front of the first slash is a registry only where it looks like a host: library/nginx is on Docker Hub.
        var (host, path) = (match.Groups["host"].Value, match.Groups["path"].Value);
        var isHost = host.Length > 0 && (match.Groups["port"].Success || host.Contains('.', StringComparison.Ordinal) || host == "localhost" || host.Any(char.IsAsciiLetterUpper));
        var (registry, repository) = isHost ? (host.ToLowerInvariant(), path) : (DockerHub, host.Length > 0 ? $"{host}/{path}" : path);
        int? port = match.Groups["port"].Success ? int.Parse(match.Groups["port"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;
        return port is 0 or > ushort.MaxValue
            ? null
            : new(registry, port, registry == DockerHub && !repository.Contains('/', StringComparison.Ordinal) ? "library/" + repository : repository);
    }

    [GeneratedRegex(@"\A((?<host>[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?)(:(?<port>[0-9]{1,5}))?/)?(?<path>[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*)(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Grammar();
}
