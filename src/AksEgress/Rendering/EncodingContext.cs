using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace AksEgress.Rendering;

/// <summary>
/// Runs a template so that every printed value passes the writer of the target language: there is no way to print a raw value. Scriban's defaults are set right:
/// they would cut the output at 1 MiB without a word, end loops at 1,000 rounds, and print nothing for a name that does not exist.
/// </summary>
internal sealed class EncodingContext : TemplateContext
{
    private readonly IndentTrackingOutput _output = new();
    private readonly IValueWriter _writer;
    private SourceSpan _statement;

    private EncodingContext(IValueWriter writer, ScriptObject model, CancellationToken cancellationToken)
        : base(new ScriptObject())
    {
        _writer = writer;
        LimitToString = 0;
        LoopLimit = 0;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedIndexerAccess = false;
        EnableRelaxedFunctionAccess = false;
        NewLine = "\n";
        CancellationToken = cancellationToken;
        PushOutput(_output);
        PushGlobal(model);
    }

    /// <summary>The text of a template.</summary>
    public static string Render(Template template, IValueWriter writer, ScriptObject model, CancellationToken cancellationToken)
    {
        var context = new EncodingContext(writer, model, cancellationToken);
        template.Render(context);
        return context._output.Text.ToString();
    }

    public override object? Evaluate(ScriptNode? node, bool aliasReturnedFunction)
    {
        var value = base.Evaluate(node, aliasReturnedFunction);
        if (node is ScriptExpressionStatement)
        {
            // Its value is written next; Scriban itself says only in which block.
            _statement = node.Span;
        }

        return value;
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (Output != _output)
        {
            // What a template captures is a value, which the writer gets when it is printed.
            return base.Write(span, textAsObject);
        }

        // What was captured comes as the output that caught it.
        if ((textAsObject is IScriptOutput captured ? captured.ToString() : textAsObject) is { } value)
        {
            try
            {
                // What the writer adds ends on the line's own indent, so the tracking stays right.
                _writer.Write(_output.Text, value, _output.Indent);
            }
            catch (NotSupportedException exception)
            {
                throw new ScriptRuntimeException(_statement, exception.Message, exception);
            }

            _output.Wrote();
        }

        return this;
    }
}
