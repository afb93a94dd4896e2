using AksEgress.Diagnostics;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Parsing;

/// <summary>What can be wrong with a document as such.</summary>
public static class DocumentDiagnostics
{
    /// <summary>Not YAML.</summary>
    public static readonly DiagnosticDescriptor Syntax = new("AKSE1001", Error, "The document is valid YAML");

    /// <summary>Bytes that are not UTF-8.</summary>
    public static readonly DiagnosticDescriptor Encoding = new("AKSE1002", Error, "The document is UTF-8");

    /// <summary>More than 4 MiB.</summary>
    public static readonly DiagnosticDescriptor TooLarge = new("AKSE1003", Error, "The document has at most 4 MiB");

    /// <summary>More than 64 levels.</summary>
    public static readonly DiagnosticDescriptor TooDeep = new("AKSE1004", Error, "The document nests at most 64 levels");

    /// <summary>Anchors, aliases.</summary>
    public static readonly DiagnosticDescriptor Anchor = new("AKSE1005", Error, "The document has no anchors and aliases");

    /// <summary>A second document.</summary>
    public static readonly DiagnosticDescriptor SecondDocument = new("AKSE1006", Error, "A file holds one document");

    /// <summary>YAML tags.</summary>
    public static readonly DiagnosticDescriptor Tag = new("AKSE1007", Error, "The document has no YAML tags");

    /// <summary>A key twice in a mapping.</summary>
    public static readonly DiagnosticDescriptor DuplicateKey = new("AKSE1008", Error, "A key stands once in a mapping");

    /// <summary>A key that means nothing here.</summary>
    public static readonly DiagnosticDescriptor UnknownKey = new("AKSE1009", Error, "Every key is known");

    /// <summary>A key that must be there.</summary>
    public static readonly DiagnosticDescriptor MissingKey = new("AKSE1010", Error, "Required keys are there");

    /// <summary>A list where text is wanted, and the like.</summary>
    public static readonly DiagnosticDescriptor WrongType = new("AKSE1011", Error, "A value has the type that its key wants");

    /// <summary>Not one of the words.</summary>
    public static readonly DiagnosticDescriptor UnknownWord = new("AKSE1012", Error, "A value is one of the words that its key takes");

    /// <summary>Nothing in the file.</summary>
    public static readonly DiagnosticDescriptor Empty = new("AKSE1013", Error, "The document says something");

    /// <summary>An include that is no relative path.</summary>
    public static readonly DiagnosticDescriptor IncludePath = new("AKSE1014", Error, "An included file is named by its path from the file that includes it");

    /// <summary>An included file that is missing or cannot be read.</summary>
    public static readonly DiagnosticDescriptor UnreadableInclude = new("AKSE1015", Error, "Every included file can be read");

    /// <summary>A file that includes itself, by whatever way.</summary>
    public static readonly DiagnosticDescriptor IncludeCycle = new("AKSE1016", Error, "No file includes itself");

    /// <summary>More than 16 levels of included files.</summary>
    public static readonly DiagnosticDescriptor IncludeDepth = new("AKSE1017", Error, "Included files include others over at most 16 levels");

    /// <summary>Includes in a text that is in no file.</summary>
    public static readonly DiagnosticDescriptor IncludeWithoutFile = new("AKSE1018", Error, "A document that includes files is a file itself");

    /// <summary>A file twice in a list of includes.</summary>
    public static readonly DiagnosticDescriptor RepeatedInclude = new("AKSE1019", Warning, "A list of includes names a file once");

    /// <summary>An environment that lacks a value, or has one that the others lack.</summary>
    public static readonly DiagnosticDescriptor EnvironmentValues = new("AKSE1027", Error, "The environments of a document give the same values");

    /// <summary><c>${…}</c> without a value, or where none is put in.</summary>
    public static readonly DiagnosticDescriptor UnknownValue = new("AKSE1028", Error, "A '${…}' names a value of the environments");

    /// <summary>A value of the environments that nothing uses.</summary>
    public static readonly DiagnosticDescriptor UnusedValue = new("AKSE1029", Warning, "A value of the environments is used");

    /// <summary>More than 64 environments.</summary>
    public static readonly DiagnosticDescriptor TooManyEnvironments = new("AKSE1030", Error, "A document has at most 64 environments");

    /// <summary>An environment that somebody asks for and the document does not have.</summary>
    public static readonly DiagnosticDescriptor UnknownEnvironment = new("AKSE1031", Error, "A document has the environment that is asked for");

    /// <summary>A name that no path can have, or no file.</summary>
    public static readonly DiagnosticDescriptor EnvironmentName = new("AKSE1032", Error, "An environment's name is 1 to 40 lower-case letters, digits and hyphens");

    /// <summary>All of them, in the order of their codes.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        Syntax, Encoding, TooLarge, TooDeep, Anchor, SecondDocument, Tag, DuplicateKey, UnknownKey, MissingKey, WrongType, UnknownWord, Empty,
        IncludePath, UnreadableInclude, IncludeCycle, IncludeDepth, IncludeWithoutFile, RepeatedInclude,
        EnvironmentValues, UnknownValue, UnusedValue, TooManyEnvironments, UnknownEnvironment, EnvironmentName,
    ];
}
