using System.Text;
using AksEgress.Parsing;
using AksEgress.Tests.Analysis.Coverage;
using CsCheck;

namespace AksEgress.Tests.Parsing;

/// <summary>Images are found wherever the Kubernetes API has pods, and nowhere else; no input ends in an exception.</summary>
public sealed class KubernetesManifestTests
{
    private const string Alphabet = "{}[]:,-#&*!|>'\"%@`?~ \n\t\r.0123456789/kindPodspecontainersimage\u0085\u2028\uFEFFé🙂\0";

    [Fact]
    public void The_store_demo() => Assert.Equal(
        [
            "StatefulSet rabbitmq: docker.io/library/rabbitmq:4.3.2-management-alpine", "Deployment order-service: docker.io/library/busybox:1.37.0",
            "Deployment order-service: ghcr.io/azure-samples/aks-store-demo/order-service:2.2.0", "Deployment product-service: ghcr.io/azure-samples/aks-store-demo/product-service:2.2.0",
            "Deployment store-front: ghcr.io/azure-samples/aks-store-demo/store-front:2.2.0",
        ],
        CoverageDocument.StoreDemo.Images.Select(image => $"{image.Workload}: {image.Image}"));

    [Theory]
    [InlineData("Deployment")]
    [InlineData("StatefulSet")]
    [InlineData("DaemonSet")]
    [InlineData("ReplicaSet")]
    [InlineData("ReplicationController")]
    [InlineData("Job")]
    public void Kinds_with_a_template(string kind) =>
        Assert.Equal(["i", "c", "e", "v"], Images($"{{kind: {kind}, metadata: {{name: a}}, spec: {{template: {{spec: {Pod}}}}}}}"));

    [Fact]
    public void Other_places()
    {
        Assert.Equal(["i", "c", "e", "v"], Images($"{{kind: Pod, spec: {Pod}}}"));
        Assert.Equal(["i", "c", "e", "v"], Images($"{{kind: PodTemplate, template: {{spec: {Pod}}}}}"));
        Assert.Equal(["i", "c", "e", "v"], Images($"{{kind: CronJob, spec: {{jobTemplate: {{spec: {{template: {{spec: {Pod}}}}}}}}}}}"));
        Assert.Equal(["i", "c", "e", "v"], Images($"{{kind: List, items: [{{kind: Pod, spec: {Pod}}}]}}"));
        Assert.Equal(["i", "c", "e", "v"], Images($"{{kind: PodList, items: [{{spec: {Pod}}}]}}"));
        Assert.Equal(["a", "b"], Images("kind: Pod\nspec: {containers: [{image: a}]}\n---\n# nothing\n---\nkind: Pod\nspec: {containers: [{image: b}]}\n...\n"));
    }

    [Fact]
    public void What_runs_no_pods_has_no_images() => Assert.Empty(Images("""
        kind: CustomResourceDefinition
        spec: { versions: [{ schema: { openAPIV3Schema: { properties: { spec: { template: { spec: { containers: [{ image: x }] } } } } } } }] }
        ---
        kind: ConfigMap
        data: { image: x }
        """));

    [Fact]
    public void Json_is_read_too()
    {
        Assert.Equal(["nginx:1"], Images("{\n\t\"kind\": \"Pod\",\n\t\"metadata\": {\"name\": \"a\\u00e9\", \"annotations\": {\"x\": \"\\/ \\ud83d\\ude00\"}},\n\t\"spec\": {\"containers\": [{\"image\": \"nginx:1\"}]}\n}"));
        Assert.Equal("a", Assert.Single(KubernetesManifest.Parse("""{"kind":"Pod","spec":{"containers":[{"image":"a"}]}}"""u8, "f").Images).Image);
    }

    [Fact]
    public void An_image_has_its_place()
    {
        var image = Assert.Single(KubernetesManifest.Parse("kind: Pod\nmetadata: { name: web }\nspec:\n  containers:\n    - image: nginx\n"u8, "pod.yaml").Images);

        Assert.Equal(("Pod web", "pod.yaml(5,14,5,19)"), (image.Workload, image.Span.ToString()));
    }

    [Theory]
    [InlineData("a: &a [x]\nb: *a", "AKSE1005")]
    [InlineData("a: [", "AKSE1001")]
    [InlineData("kind: Pod\nkind: Pod", "AKSE1008")]
    [InlineData("image: {{ .Values.image }}", "AKSE1011")]
    public void What_cannot_be_read_is_reported(string text, string code) =>
        Assert.Contains(KubernetesManifest.Parse(Encoding.UTF8.GetBytes(text)).Diagnostics, finding => finding.Code == code);

    [Fact]
    public void What_comes_before_a_mistake_is_read()
    {
        var manifest = KubernetesManifest.Parse("kind: Pod\nspec: {containers: [{image: a}]}\n---\nkind: [\n"u8);

        Assert.Equal("a", Assert.Single(manifest.Images).Image);
        Assert.True(manifest.Diagnostics.HasErrors);
    }

    [Fact]
    public void Hostile_files_end_soon()
    {
        Assert.True(KubernetesManifest.Parse(Encoding.UTF8.GetBytes(new string('[', 1_000_000))).Diagnostics.HasErrors);
        Assert.True(KubernetesManifest.Parse(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{a: ", 1_000_000)))).Diagnostics.HasErrors);
        Assert.True(KubernetesManifest.Parse(new byte[KubernetesManifest.MaxSize + 1]).Diagnostics.HasErrors);
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range('b', 20).Select(c => $"{(char)c}: &{(char)c} [{string.Join(',', Enumerable.Repeat($"*{(char)(c - 1)}", 9))}]\n"));
        Assert.True(KubernetesManifest.Parse(Encoding.UTF8.GetBytes(bomb)).Diagnostics.HasErrors);
        Assert.Equal(50_000, KubernetesManifest.Parse(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("---\nkind: Pod\nspec: {containers: [{image: a}]}\n", 50_000)))).Images.Count);
    }

    [Fact]
    public void Any_bytes_are_read_or_reported() => Gen.Byte.Array[0, 300].Sample(bytes => Assert.NotNull(KubernetesManifest.Parse(bytes, "a").Diagnostics), iter: 20_000);

    [Fact]
    public void Any_mutation_of_a_manifest_is_read_or_reported()
    {
        var text = $"kind: List\nitems:\n  - kind: Pod\n    spec: {Pod}\n---\n{{\"kind\": \"Pod\", \"spec\": {Pod}}}\n";
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 30], Gen.Char[Alphabet].Array[0, 60]).Sample(
            (start, length, put) => Assert.All(KubernetesManifest.Parse(Encoding.UTF8.GetBytes(text[..start] + new string(put) + text[Math.Min(start + length, text.Length)..]), "a").Diagnostics, finding => Assert.NotEmpty(finding.Message)),
            iter: 10_000);
    }

    private const string Pod = "{containers: [{name: c, image: c}], initContainers: [{image: i}], ephemeralContainers: [{image: e}], volumes: [{name: x, image: {reference: v}}, {emptyDir: {}}]}";

    private static IEnumerable<string> Images(string text)
    {
        var manifest = KubernetesManifest.Parse(Encoding.UTF8.GetBytes(text));
        Assert.Empty(manifest.Diagnostics);
        return manifest.Images.Select(image => image.Image);
    }
}
