using AksEgress.MSBuild.Tests.Infra;

namespace AksEgress.MSBuild.Tests;

/// <summary>Where the package cannot work it says so, and what to do.</summary>
public sealed class HostTests(RestoredProject restored) : IClassFixture<RestoredProject>
{
    [Theory]
    [InlineData("AKSE0010", "-p:UsingMicrosoftNETSdk=false")]
    [InlineData("AKSE0011", "-p:_AksEgressHostVersion=17.14.8")]
    [InlineData("AKSE0011", "-p:_AksEgressSdkVersion=9.0.300")]
    [InlineData("AKSE0012", "-p:AksEgressCompileArm=maybe")]
    public async Task What_is_wrong_with_the_host_or_the_settings_is_one_error_with_its_code(string code, string property)
    {
        var project = restored.Generated();
        Assert.StartsWith($"{project.PathOf("p.csproj")} : error {code}: ", Assert.Single((await project.GenerateAsync(property)).Failed().Lines("error ")), StringComparison.Ordinal);

        var link = Assert.Single((await project.GenerateAsync(property, "-tl:on")).Failed().HelpLinks);
        Assert.Equal((code, $"{code}.md"), (link.Code, Path.GetFileName(link.Page)));
        Assert.True(File.Exists(link.Page), link.Page);
    }
}
