using System.Diagnostics;
using System.Runtime.CompilerServices;
using AksEgress.Analysis;
using AksEgress.Diagnostics;
using AksEgress.Model;
using AksEgress.Parsing;

namespace AksEgress.Testing;

/// <summary>What a test wants of a topology. Each fails with an <see cref="EgressAssertionException"/> that explains itself, also for a topology that has errors; a question that cannot be asked is an <see cref="ArgumentException"/>.</summary>
[StackTraceHidden]
public static class EgressAssertions
{
    /// <summary>The topology lets a flow pass, whatever is not known.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="to">Where the flow goes: <c>https://mcr.microsoft.com</c>, <c>1.2.3.4:443</c>, <c>udp://ntp.ubuntu.com:123</c>. Without a protocol it is HTTPS, or what is usual on ports 80 and 1433.</param>
    /// <param name="from">Where it comes from: an address or the name of a subnet. Default: any pod.</param>
    /// <param name="serviceTags">What Microsoft publishes of its service tags. Default: nothing, so that a service tag may hold any public address.</param>
    public static void AssertAllows(this EgressTopology topology, string to, string? from = null, ServiceTagPrefixes? serviceTags = null) =>
        topology.AssertAllows(FlowOf(to, from), serviceTags);

    /// <summary>The topology lets a flow pass, whatever is not known.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="serviceTags">What Microsoft publishes of its service tags. Default: nothing, so that a service tag may hold any public address.</param>
    public static void AssertAllows(this EgressTopology topology, Flow flow, ServiceTagPrefixes? serviceTags = null) => AssertVerdict(topology, flow, serviceTags, Verdict.Allow);

    /// <summary>The topology drops a flow, whatever is not known.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="to">Where the flow goes: <c>https://example.com</c>, <c>tcp://1.2.3.4:22</c>. Without a protocol it is HTTPS, or what is usual on ports 80 and 1433.</param>
    /// <param name="from">Where it comes from: an address or the name of a subnet. Default: any pod.</param>
    /// <param name="serviceTags">What Microsoft publishes of its service tags. Default: nothing, so that a service tag may hold any public address.</param>
    public static void AssertDenies(this EgressTopology topology, string to, string? from = null, ServiceTagPrefixes? serviceTags = null) =>
        topology.AssertDenies(FlowOf(to, from), serviceTags);

    /// <summary>The topology drops a flow, whatever is not known.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="serviceTags">What Microsoft publishes of its service tags. Default: nothing, so that a service tag may hold any public address.</param>
    public static void AssertDenies(this EgressTopology topology, Flow flow, ServiceTagPrefixes? serviceTags = null) => AssertVerdict(topology, flow, serviceTags, Verdict.Deny);

    /// <summary>Everything passes that AKS and the features in use require, and that pulls of images need.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="manifests">Kubernetes manifests whose images are pulled, beside those that the topology names. Default: none.</param>
    public static void AssertCoversRequirements(this EgressTopology topology, params IReadOnlyCollection<KubernetesManifest> manifests)
    {
        var unread = manifests.SelectMany(manifest => manifest.Diagnostics).ToList();
        if (unread.Count > 0)
        {
            throw new EgressAssertionException($"Manifests could not be read whole, and may hide images:{Lines(unread)}");
        }

        topology.AssertCoversRequirements(new CoverageOptions { Images = [.. manifests.SelectMany(manifest => manifest.Images)] });
    }

    /// <summary>Everything passes that AKS and the features in use require, and that pulls of images need.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="options">Features and images.</param>
    /// <param name="serviceTags">What Microsoft publishes of its service tags. Default: nothing, so that a service tag may hold any public address.</param>
    public static void AssertCoversRequirements(this EgressTopology topology, CoverageOptions options, ServiceTagPrefixes? serviceTags = null)
    {
        var report = Analyze(topology, serviceTags).Coverage(options);
        if (!report.IsComplete)
        {
            throw new EgressAssertionException($"'{topology.Name}' does not cover what the cluster needs.\n\n{Text(report.WriteText)}");
        }
    }

    /// <summary>
    /// The topology opens nothing that another one does not: no flow passes, or may pass, that is dropped there, and none that the firewall sees less of, threat intelligence included. What it closes, and other public addresses, are fine.
    /// </summary>
    /// <param name="topology">The topology.</param>
    /// <param name="baseline">The other one: the last release, a template of the security team.</param>
    /// <param name="serviceTags">What Microsoft publishes of its service tags. Default: nothing, so that a service tag may hold any public address.</param>
    public static void AssertOpensNothingBeyond(this EgressTopology topology, EgressTopology baseline, ServiceTagPrefixes? serviceTags = null)
    {
        RequireNoErrors(baseline);
        RequireNoErrors(topology);
        var opened = baseline.CompareWith(topology, serviceTags).Statements.Where(statement => statement.Kind <= DifferenceKind.OtherConditions).ToList();
        if (opened.Count > 0)
        {
            throw new EgressAssertionException($"'{topology.Name}' opens what '{baseline.Name}' does not:{Lines(opened.Select(statement => statement.Text))}");
        }
    }

    /// <summary>Nothing is wrong with the topology: it has no error and no warning that is not suppressed. Infos are none.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="except">Codes of findings that are known, such as <c>AKSE2306</c>. Default: none.</param>
    /// <exception cref="ArgumentException">There is no such code.</exception>
    public static void AssertHasNoFindings(this EgressTopology topology, params IReadOnlyCollection<string> except)
    {
        if (except.FirstOrDefault(code => DiagnosticCatalog.Find(code) is null) is { } unknown)
        {
            throw new ArgumentException($"There is no code '{unknown}'. {NearestWord.Suggest(unknown, [.. DiagnosticCatalog.All.Select(descriptor => descriptor.Code)])}", nameof(except));
        }

        var findings = topology.Validate().Where(finding => finding.Severity >= DiagnosticSeverity.Warning && !except.Contains(finding.Code, StringComparer.OrdinalIgnoreCase)).ToList();
        if (findings.Count > 0)
        {
            throw new EgressAssertionException($"'{topology.Name}' has findings:{Lines(findings)}");
        }
    }

    /// <summary>
    /// The topology's files are as somebody approved them, up to line ends: in a folder <c>TestClass.TestMethod</c> beside the test, below the topology's name, as
    /// <c>main.verified.bicep</c>, <c>modules/network.verified.bicep</c> …, which is Verify's convention. What differs or is new is left beside it as <c>main.received.bicep</c>.
    /// </summary>
    /// <param name="topology">The topology.</param>
    /// <param name="testFile">The source file of the test, whose name stands for its class. Leave it to the compiler.</param>
    /// <param name="testMethod">The test's method. Leave it to the compiler.</param>
    public static void AssertRendersAsApproved(this EgressTopology topology, [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
    {
        try
        {
            if (new ApprovedFiles(testFile, testMethod, topology.Name).Compare(topology.Render()) is { } differences)
            {
                throw new EgressAssertionException($"The files of '{topology.Name}' are not as approved.\n{differences}");
            }
        }
        catch (InvalidTopologyException e)
        {
            throw new EgressAssertionException(e.Message);
        }
    }

    private static void AssertVerdict(EgressTopology topology, Flow flow, ServiceTagPrefixes? serviceTags, Verdict wanted)
    {
        var analysis = Analyze(topology, serviceTags);
        if (analysis.FindProblem(flow) is { } problem)
        {
            throw new ArgumentException(problem, nameof(flow));
        }

        var answer = analysis.Explain(flow);
        if (answer.Verdict != wanted)
        {
            var found = answer.Verdict switch
            {
                Verdict.Allow => "allows",
                Verdict.Deny => "denies",
                _ => "perhaps allows and perhaps denies",
            };
            throw new EgressAssertionException($"'{topology.Name}' {found} what it should {DocumentWord.Of(wanted)}.\n\n{Text(answer.WriteText)}");
        }
    }

    private static EgressAnalysis Analyze(EgressTopology topology, ServiceTagPrefixes? serviceTags)
    {
        RequireNoErrors(topology);
        return topology.Analyze(serviceTags);
    }

    /// <summary>What cannot be built allows nothing and denies nothing.</summary>
    private static void RequireNoErrors(EgressTopology topology)
    {
        var errors = topology.Validate().Where(finding => finding.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            throw new EgressAssertionException($"'{topology.Name}' has errors, and says nothing before they are mended:{Lines(errors)}");
        }
    }

    private static Flow FlowOf(string to, string? from) =>
        FlowText.TryParse(to, out var text, out var problem) && (text with { From = from }).TryRead(out var flow, out problem) ? flow : throw new ArgumentException(problem, nameof(to));

    private static string Text(Action<TextWriter> write)
    {
        using var writer = new StringWriter();
        write(writer);
        return writer.ToString().TrimEnd('\n');
    }

    private static string Lines<T>(IEnumerable<T> lines) => string.Concat(lines.Select(line => $"\n  {line}"));
}
