using AksEgress.Tests.Infrastructure;
using k8s;
using k8s.Models;
using Xunit;

namespace AksEgress.Tests.Rendering;

/// <summary>The Job that proves the rules from inside the cluster.</summary>
public sealed class ConnectivityCheckTests
{
    private static readonly V1Job _job = Job("services-in-namespaces");

    private static V1Container Container => Assert.Single(_job.Spec.Template.Spec.Containers);

    [Fact]
    public void It_runs_once_and_ends() =>
        Assert.Equal((0, "Never", true), (_job.Spec.BackoffLimit, _job.Spec.Template.Spec.RestartPolicy, _job.Spec.ActiveDeadlineSeconds > 0));

    [Fact]
    public void It_runs_where_the_restricted_pod_security_standard_is_enforced()
    {
        var pod = _job.Spec.Template.Spec.SecurityContext;
        Assert.Equal((true, "RuntimeDefault"), (pod.RunAsNonRoot, pod.SeccompProfile.Type));
        Assert.NotEqual(0, pod.RunAsUser);
        var container = Container.SecurityContext;
        Assert.Equal((false, true), (container.AllowPrivilegeEscalation, container.ReadOnlyRootFilesystem));
        Assert.Equal(["ALL"], container.Capabilities.Drop);
        Assert.Null(container.Capabilities.Add);
    }

    [Fact]
    public void It_talks_to_no_API_server() => Assert.Equal((false, false), (_job.Spec.Template.Spec.AutomountServiceAccountToken, _job.Spec.Template.Spec.EnableServiceLinks));

    [Fact]
    public void It_takes_image_namespace_and_hosts_from_the_topology()
    {
        Assert.Equal("store", _job.Namespace());
        Assert.Equal("registry.example.com:5000/tools/curl@sha256:4026b29997dc7c823b51c164b71e2b51e0fd95cce4601f78202c513d97da2922", Container.Image);
        Assert.Equal([("ALLOWED_HOST", "registry.example.com"), ("DENIED_HOST", "example.org")], Container.Env.Select(variable => (variable.Name, variable.Value)));
    }

    [Fact]
    public void Without_hosts_it_asks_for_one_that_AKS_requires_and_one_that_nobody_does()
    {
        var container = Assert.Single(Job("walkthrough").Spec.Template.Spec.Containers);
        Assert.Equal([("ALLOWED_HOST", "mcr.microsoft.com"), ("DENIED_HOST", "example.com")], container.Env.Select(variable => (variable.Name, variable.Value)));
    }

    [Fact]
    public void The_script_holds_no_data_of_the_topology_and_nothing_that_Kubernetes_would_expand()
    {
        Assert.Equal(Job("walkthrough").Spec.Template.Spec.Containers[0].Command, Container.Command);
        var script = Container.Command[2];
        Assert.DoesNotContain("$$", script, StringComparison.Ordinal);

        // Kubernetes expands $(NAME) where there is a variable of that name.
        Assert.All(Container.Env, variable => Assert.DoesNotContain($"$({variable.Name})", script, StringComparison.Ordinal));
    }

    [Fact]
    public void There_is_none_where_none_is_asked_for() =>
        Assert.DoesNotContain(Case.Read("minimal").Resolve().Render(), file => file.Path.StartsWith("kubernetes/", StringComparison.Ordinal));

    private static V1Job Job(string name) => (V1Job)Assert.Single(KubernetesYaml.LoadAllFromString(
        Case.Read(name).Resolve().Render().Single(file => file.Path == "kubernetes/connectivity-check.yaml").Content, null, strict: true));
}
