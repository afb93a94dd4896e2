using AksEgress.Model;

namespace AksEgress.Tests.Model;

/// <summary>Images as container runtimes read them; the examples are those of distribution/reference.</summary>
public sealed class ImageReferenceTests
{
    [Theory]
    [InlineData("nginx", "docker.io", null, "library/nginx")]
    [InlineData("user/app:1", "docker.io", null, "user/app")]
    [InlineData("docker.io/nginx", "docker.io", null, "library/nginx")]
    [InlineData("localhost/app", "localhost", null, "app")]
    [InlineData("test:5000/repo", "test", 5000, "repo")]
    [InlineData("test.com:8080/foo/foo_bar.com", "test.com", 8080, "foo/foo_bar.com")]
    [InlineData("Uppercase/lower", "uppercase", null, "lower")]
    [InlineData("sub-dom1.foo.com/bar/baz/quux", "sub-dom1.foo.com", null, "bar/baz/quux")]
    [InlineData("foo_bar.com:8080", "docker.io", null, "library/foo_bar.com")]
    public void What_an_image_names(string text, string registry, int? port, string repository) =>
        Assert.Equal(new(registry, port, repository), ImageReference.Find(text));

    [Theory]
    [InlineData("")]
    [InlineData("Uppercase")]
    [InlineData("a//b")]
    [InlineData("host:0/a")]
    [InlineData("host:70000/a")]
    [InlineData("a b")]
    [InlineData("a:1\n")]
    [InlineData("a@sha256:00")]
    public void What_names_none(string text) => Assert.Null(ImageReference.Find(text));
}
