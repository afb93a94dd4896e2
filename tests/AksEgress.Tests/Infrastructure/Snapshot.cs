using System.Text;
using DiffEngine;
using Xunit;

namespace AksEgress.Tests.Infrastructure;

/// <summary>
/// Compares a whole text with the file <c>X.verified.ext</c>, as Verify does: on a difference <c>X.received.ext</c> is left beside it. To accept it, read it and rename it.
/// </summary>
internal static class Snapshot
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="text">What came out.</param>
    /// <param name="directory">Full path of the folder of the two files.</param>
    /// <param name="name">Name of the output: <c>main.bicep</c>.</param>
    public static void Match(string text, string directory, string name)
    {
        var verified = PathOf(directory, name, "verified");
        var received = PathOf(directory, name, "received");
        var bytes = _utf8.GetBytes(text);
        if (File.Exists(verified) && File.ReadAllBytes(verified).AsSpan().SequenceEqual(bytes))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllBytes(received, bytes);
        if (!BuildServerDetector.Detected && !ExternalTool.IsContinuousIntegration)
        {
            DiffRunner.Launch(received, verified);
        }

        Assert.Fail($"{received} is not {Path.GetFileName(verified)}.");
    }

    private static string PathOf(string directory, string name, string state) =>
        Path.Combine(directory, $"{Path.GetFileNameWithoutExtension(name)}.{state}{Path.GetExtension(name)}");
}
