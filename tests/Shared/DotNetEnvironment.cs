using System.Diagnostics;

namespace AksEgress.Tests.Shared;

/// <summary>The environment of <c>dotnet</c> as a user would run it.</summary>
internal static class DotNetEnvironment
{
    /// <summary>Takes away what the test runner's own environment says about MSBuild.</summary>
    public static void Prepare(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        // Builds of tests are over before code that is compiled a second time, to be faster, could repay it. The delay is hexadecimal: half a minute.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "8000";
    }
}
