using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using AksEgress.Diagnostics;
using AksEgress.Generation;
using AksEgress.Model;

namespace AksEgress;

/// <summary>
/// A member of compiled code that gives topologies: a public static property or field, or a public static method without parameters, of a public type, that
/// is an <see cref="EgressTopology"/> or a sequence of them. The class of a program's entry point need not be public.
/// </summary>
public sealed class TopologyMember
{
    /// <summary>How many topologies a member may give: 1,000. Sequences need not end, and memory does.</summary>
    public const int MaxCount = 1000;

    private readonly Type? _type;
    private readonly Type _form = typeof(IEnumerable<EgressTopology>);
    private readonly Func<object?> _read;

    private TopologyMember(MemberInfo member, Type form, Func<object?> read, SourceSpan span)
    {
        (_type, _form, _read, Span) = (member.DeclaringType, form, read, span);
        Name = $"{NameOf(_type!)}.{member.Name}";
    }

    /// <summary>Topologies that a program names instead of having members for them.</summary>
    internal TopologyMember(string name, SourceSpan span, IEnumerable<EgressTopology> topologies) => (Name, Span, _read) = (name, span, () => topologies);

    /// <summary>Its full name: <c>Contoso.Topologies.Production</c>.</summary>
    public string Name { get; }

    /// <summary>Where it is written, by the portable symbols in the assembly or beside it; <see cref="SourceSpan.None"/> where there are none.</summary>
    public SourceSpan Span { get; }

    /// <summary>
    /// Finds the members of an assembly that give topologies, without running its code: by the names of the types, and in each as the assembly lists them. Those that hold topologies in another
    /// form, such as a dictionary or a task, are among them, and give a warning.
    /// </summary>
    /// <param name="assembly">The assembly.</param>
    /// <exception cref="ReflectionTypeLoadException">An assembly that it needs cannot be loaded.</exception>
    [RequiresUnreferencedCode("Finds members that nothing else may use.")]
    public static IReadOnlyList<TopologyMember> FindAll(Assembly assembly)
    {
        using var symbols = MemberSymbols.Open(assembly);
        var program = assembly.EntryPoint?.DeclaringType;
        return
        [
            .. from type in assembly.GetTypes().OrderBy(type => type.FullName, StringComparer.Ordinal)
               where (type.IsVisible || type == program) && !type.ContainsGenericParameters
               from member in type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).OrderBy(member => member.MetadataToken)
               let read = Reading(member)
               where read is not null && TopologyForm.HasTopologies(read.Value.Form)
               select new TopologyMember(member, read.Value.Form, read.Value.Read, symbols?.Find(member) ?? SourceSpan.None),
        ];
    }

    /// <summary>Runs the member's code; not where it gives topologies in a form that is not read.</summary>
    public MemberTopologies Read()
    {
        if (!TopologyForm.IsRead(_form))
        {
            return Wrong(CodeDiagnostics.UnreadForm.At(
                Span, $"'{Name}' is of type {TopologyForm.NameOf(_form)}, and read are topologies and sequences of them: what it holds is not generated. Give an IEnumerable<EgressTopology>, or make the member internal."));
        }

        try
        {
            var value = _read();
            var topologies = value is EgressTopology topology ? [topology] : ((IEnumerable<EgressTopology?>?)value)?.Take(MaxCount + 1).ToList();
            return topologies is null ? Wrong(IsNull("null"))
                : topologies.Count > MaxCount ? Wrong(CodeDiagnostics.TooManyTopologies.At(Span, FormattableString.Invariant($"'{Name}' gives more than {MaxCount:N0} topologies, and perhaps never ends. End it with Take(…), or split it into several members.")))
                : topologies.IndexOf(null) is var index and >= 0 ? Wrong(IsNull($"null as number {index + 1} of its topologies"))
                : new(this, topologies!, []);
        }
#pragma warning disable CA1031 // What the code of others throws is a finding.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Wrong(HasThrown(e)) with { Exception = e };
        }
    }

    private static (Type Form, Func<object?> Read)? Reading(MemberInfo member) => member switch
    {
        PropertyInfo { GetMethod: { IsPublic: true } getter } property when getter.GetParameters().Length == 0 => (property.PropertyType, () => Invoke(getter)),
        FieldInfo field => (field.FieldType, () => field.GetValue(null)),
        MethodInfo { IsSpecialName: false, IsGenericMethod: false } method when method.GetParameters().Length == 0 => (method.ReturnType, () => Invoke(method)),
        _ => null,
    };

    private static object? Invoke(MethodInfo method) => method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [], null);

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private MemberTopologies Wrong(Diagnostic finding) => new(this, [], [finding]);

    private Diagnostic IsNull(string what) => CodeDiagnostics.MemberIsNull.At(Span, $"'{Name}' gives {what}. Give a topology, or none: an empty sequence.");

    private Diagnostic HasThrown(Exception exception)
    {
        // What an initializer throws comes with whichever member is read first, with a field in one more exception: the finding is about the type, at the initializer.
        SourceSpan? initializer = null;
        while (_type is not null && exception is TypeInitializationException or TargetInvocationException && exception.InnerException is { } inner)
        {
            exception = inner;
            initializer ??= PlaceOfInitializer(exception);
        }

        return CodeDiagnostics.MemberHasThrown.At(
            initializer ?? Span, $"{(initializer is null ? $"'{Name}' throws" : $"An initializer of '{NameOf(_type!)}' throws")} {exception.GetType().FullName}: {exception.Message}");
    }

    /// <summary>The line of the type's static constructor that an exception came through; null where it did not.</summary>
    private SourceSpan? PlaceOfInitializer(Exception exception)
    {
        var frame = new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(frame => DiagnosticMethodInfo.Create(frame) is { Name: ".cctor" } method && method.DeclaringTypeName == _type!.FullName);
        return frame is null ? null
            : frame.GetFileName() is not { } file ? SourceSpan.None
            : new(file, frame.GetFileLineNumber(), frame.GetFileColumnNumber(), frame.GetFileLineNumber(), frame.GetFileColumnNumber());
    }
}
