using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using AksEgress.Diagnostics;

namespace AksEgress.Generation;

/// <summary>Where the members of an assembly are written, by its portable symbols.</summary>
internal sealed class MemberSymbols(PEReader assembly, MetadataReaderProvider symbols) : IDisposable
{
    private readonly MetadataReader _symbols = symbols.GetMetadataReader();

    /// <summary>Opens the symbols in the assembly, beside it or where the compiler wrote them; null where there are none, or they cannot be read.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The result disposes of both.")]
    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "An assembly without a file has no symbols beside it.")]
    public static MemberSymbols? Open(Assembly assembly)
    {
        if (assembly.Location is not { Length: > 0 } path)
        {
            return null;
        }

        PEReader? reader = null;
        try
        {
            reader = new(File.OpenRead(path));
            // A file that is run without a project has new symbols only where the compiler wrote them; those beside the assembly may be of the run before.
            foreach (var place in (string[])[path, .. reader.ReadDebugDirectory().Where(entry => entry.Type == DebugDirectoryEntryType.CodeView).Select(entry => reader.ReadCodeViewDebugDirectoryData(entry).Path)])
            {
                if (reader.TryOpenAssociatedPortablePdb(place, file => File.Exists(file) ? File.OpenRead(file) : null, out var symbols, out _))
                {
                    var opened = new MemberSymbols(reader, symbols!);
                    reader = null;
                    return opened;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
        }
        finally
        {
            reader?.Dispose();
        }

        return null;
    }

    /// <summary>The place of a static property, field or method; <see cref="SourceSpan.None"/> where it has no line.</summary>
    public SourceSpan Find(MemberInfo member)
    {
        var point = member switch
        {
            PropertyInfo { GetMethod: { } getter } => PointOf(getter),
            FieldInfo { DeclaringType.TypeInitializer: { } initializer } field => PointOf(initializer, field),
            MethodInfo method => PointOf(method),
            _ => default,
        };
        return point.Document.IsNil
            ? SourceSpan.None
            : new(_symbols.GetString(_symbols.GetDocument(point.Document).Name), point.StartLine, point.StartColumn, point.EndLine, point.EndColumn);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        symbols.Dispose();
        assembly.Dispose();
    }

    private static MethodDefinitionHandle HandleOf(MethodBase method) => (MethodDefinitionHandle)MetadataTokens.Handle(method.MetadataToken);

    private SequencePoint PointOf(MethodInfo method)
    {
        var handle = HandleOf(method);
        var point = Points(handle).FirstOrDefault();
        return point.Document.IsNil ? Points(IteratorOf(handle)).FirstOrDefault() : point;
    }

    /// <summary>The statement of a static constructor that stores into a field.</summary>
    private SequencePoint PointOf(ConstructorInfo initializer, FieldInfo field)
    {
        var handle = HandleOf(initializer);
        // The five bytes of the instruction. That others are the same by chance would put a finding on another line, no more.
        Span<byte> store = [(byte)ILOpCode.Stsfld, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32LittleEndian(store[1..], field.MetadataToken);
        var body = assembly.GetMethodBody(assembly.GetMetadataReader().GetMethodDefinition(handle).RelativeVirtualAddress);
        var offset = body.GetILContent().AsSpan().IndexOf(store);
        return Points(handle).LastOrDefault(point => point.Offset <= offset);
    }

    /// <summary>The method that has the statements of an iterator.</summary>
    private MethodDefinitionHandle IteratorOf(MethodDefinitionHandle method) =>
        _symbols.MethodDebugInformation.FirstOrDefault(handle => _symbols.GetMethodDebugInformation(handle).GetStateMachineKickoffMethod() == method).ToDefinitionHandle();

    private IEnumerable<SequencePoint> Points(MethodDefinitionHandle method) =>
        method.IsNil ? [] : _symbols.GetMethodDebugInformation(method).GetSequencePoints().Where(point => !point.IsHidden);
}
