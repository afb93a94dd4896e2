using AksEgress.Diagnostics;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Import;

/// <summary>What can be wrong with templates and deployed state that are read into the model.</summary>
public static class ImportDiagnostics
{
    /// <summary>A source that is missing, or no template, resource or document.</summary>
    public static readonly DiagnosticDescriptor Unreadable = new("AKSE5001", Error, "A source is a document, a template, or resources as JSON");

    /// <summary>A source with nothing in it that egress is about.</summary>
    public static readonly DiagnosticDescriptor Nothing = new("AKSE5002", Error, "A source has a firewall, a policy, a cluster or a network");

    /// <summary>A source with several firewalls or clusters.</summary>
    public static readonly DiagnosticDescriptor Several = new("AKSE5003", Error, "A topology has one firewall and one cluster");

    /// <summary>A template that the Bicep CLI refuses.</summary>
    public static readonly DiagnosticDescriptor TemplateError = new("AKSE5004", Error, "A template compiles");

    /// <summary>A parameter without a value, on which it depends which resources there are.</summary>
    public static readonly DiagnosticDescriptor ParameterNeeded = new("AKSE5005", Error, "Parameters that decide which resources there are have values");

    /// <summary>A parameter that the template does not have, or a value that is none.</summary>
    public static readonly DiagnosticDescriptor BadParameter = new("AKSE5006", Error, "Parameters are those of the template");

    /// <summary>A parameter without a value, for which a placeholder stands.</summary>
    public static readonly DiagnosticDescriptor Placeholder = new("AKSE5007", Info, "Parameters without a value are stood in for");

    /// <summary>Resources that egress is not about.</summary>
    public static readonly DiagnosticDescriptor OutOfScope = new("AKSE5010", Info, "Resources that egress is not about are left out");

    /// <summary>Something that was not read and may change an answer.</summary>
    public static readonly DiagnosticDescriptor NotRead = new("AKSE5011", Warning, "What may change an answer can be read");

    /// <summary>A resource that is referred to and not there.</summary>
    public static readonly DiagnosticDescriptor Missing = new("AKSE5012", Warning, "Resources that others refer to are in the source");

    /// <summary>Something that the model says in another way than the source.</summary>
    public static readonly DiagnosticDescriptor SaidOtherwise = new("AKSE5013", Info, "The model says in another way what comes to the same");

    /// <summary>Something that was taken for granted.</summary>
    public static readonly DiagnosticDescriptor Assumed = new("AKSE5014", Info, "What a source leaves open is assumed");

    /// <summary>Rule collection groups of a policy that a template deploys at the same time.</summary>
    public static readonly DiagnosticDescriptor ParallelGroups = new("AKSE5020", Warning, "The rule collection groups of a policy are deployed one after the other");

    /// <summary>A firewall that a template deploys at the same time as rule collection groups.</summary>
    public static readonly DiagnosticDescriptor ParallelFirewall = new("AKSE5021", Warning, "A firewall is deployed after its rule collection groups");

    /// <summary>A cluster that does not wait for its subnet's route table or for its identity's rights.</summary>
    public static readonly DiagnosticDescriptor EarlyCluster = new("AKSE5022", Warning, "A cluster is deployed after its routes and its identity's rights");

    /// <summary>A cluster that does not wait for the firewall and its rules.</summary>
    public static readonly DiagnosticDescriptor EarlyNodes = new("AKSE5023", Info, "A cluster is deployed after the firewall and its rules");

    /// <summary>All of them, in the order of their codes.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [Unreadable, Nothing, Several, TemplateError, ParameterNeeded, BadParameter, Placeholder, OutOfScope, NotRead, Missing, SaidOtherwise, Assumed, ParallelGroups, ParallelFirewall, EarlyCluster, EarlyNodes];
}
