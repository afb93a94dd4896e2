using AksEgress.Diagnostics;

namespace AksEgress.Import;

/// <summary>What a text of a template comes to.</summary>
internal abstract record RuntimeValue
{
    /// <summary>A text that is known.</summary>
    internal sealed record Literal(string Text) : RuntimeValue;

    /// <summary>A property of a resource that Azure makes known after deployment: a link.</summary>
    /// <param name="Id">The resource.</param>
    /// <param name="Path">The property: <c>ipConfigurations[0].properties.privateIPAddress</c>.</param>
    /// <param name="Suffix">What stands behind the property: <c>/32</c>.</param>
    /// <param name="Claimed">What the template makes sure that the property is, or null.</param>
    internal sealed record Link(string Id, string Path, string Suffix = "", string? Claimed = null) : RuntimeValue;

    /// <summary>The deployment fails.</summary>
    internal sealed record Failure : RuntimeValue;

    /// <summary>Something that only a deployment shows.</summary>
    internal sealed record Unknown(string Expression) : RuntimeValue;

    /// <summary>A comparison, as far as it is one of a link with a text.</summary>
    internal sealed record Comparison(RuntimeValue Left, RuntimeValue Right) : RuntimeValue;
}

/// <summary>Reads what a template's engine could not evaluate: a small part of the expression language, for what names other resources.</summary>
internal ref struct RuntimeExpression
{
    private const int MaxDepth = 64;

    /// <summary>What Azure takes of an expression.</summary>
    private const int MaxLength = 24_576;

    private readonly string _text;
    private int _at;
    private int _depth;

    private RuntimeExpression(string text) => (_text, _at) = (text, 1);

    /// <summary>What a text comes to. Text that is no expression is itself.</summary>
    public static RuntimeValue Read(string text)
    {
        if (!IsExpression(text))
        {
            return new RuntimeValue.Literal(text);
        }

        if (text.Length > MaxLength)
        {
            return new RuntimeValue.Unknown(Quotation.Shorten(text));
        }

        var reader = new RuntimeExpression(text);
        var value = reader.Expression();
        reader.SkipSpace();
        return value is not null && reader._at == text.Length - 1 ? value : new RuntimeValue.Unknown(Quotation.Shorten(text));
    }

    /// <summary>True for <c>[…]</c>, but not for <c>[[…]</c>, which is text.</summary>
    public static bool IsExpression(string text) => text.Length > 2 && text[0] == '[' && text[^1] == ']' && text[1] != '[';

    private readonly char Here => _at < _text.Length ? _text[_at] : '\0';

    private RuntimeValue? Expression()
    {
        if (++_depth > MaxDepth)
        {
            return null;
        }

        SkipSpace();
        var value = Here == '\'' ? Text() : char.IsAsciiLetter(Here) ? Call() : Number();
        _depth--;
        return value;
    }

    private RuntimeValue.Literal? Text()
    {
        var start = ++_at;
        while (_at < _text.Length)
        {
            if (_text[_at] != '\'')
            {
                _at++;
            }
            else if (_at + 1 < _text.Length && _text[_at + 1] == '\'')
            {
                _at += 2;
            }
            else
            {
                var text = _text[start.._at++].Replace("''", "'", StringComparison.Ordinal);
                return new RuntimeValue.Literal(text);
            }
        }

        return null;
    }

    private RuntimeValue.Literal? Number()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '-'))
        {
            _at++;
        }

        return _at > start ? new RuntimeValue.Literal(_text[start.._at]) : null;
    }

    private RuntimeValue? Call()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Here))
        {
            _at++;
        }

        var name = _text[start.._at];
        if (Here != '(')
        {
            return null;
        }

        _at++;
        var arguments = new List<RuntimeValue>();
        SkipSpace();
        while (Here != ')')
        {
            if (Expression() is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
            SkipSpace();
            if (Here == ',')
            {
                _at++;
            }
            else if (Here != ')')
            {
                return null;
            }
        }

        _at++;
        var end = _at;
        return Path() is { } path ? Evaluate(name, arguments, path, start, end) : null;
    }

    /// <summary>What is taken of a result: <c>.ipConfigurations[0].properties</c>, without the first dot; empty for the whole.</summary>
    private string? Path()
    {
        var start = _at;
        while (_at < _text.Length - 1 && (_text[_at] is '.' or '['))
        {
            var isIndex = _text[_at++] == '[';
            while (_at < _text.Length - 1 && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '_' || (isIndex && _text[_at] == '\'')))
            {
                _at++;
            }

            if (isIndex && _text[_at++] != ']')
            {
                return null;
            }
        }

        var path = _text[start..Math.Min(_at, _text.Length)];
        return path.StartsWith('.') ? path[1..] : path;
    }

    private readonly RuntimeValue Evaluate(string name, List<RuntimeValue> arguments, string path, int start, int end) => (name.ToLowerInvariant(), arguments) switch
    {
        ("reference", [RuntimeValue.Literal id, _, RuntimeValue.Literal { Text: "Full" or "full" }]) when path.StartsWith("properties.", StringComparison.Ordinal) => new RuntimeValue.Link(id.Text, path["properties.".Length..]),
        ("reference", [RuntimeValue.Literal id, ..]) => new RuntimeValue.Link(id.Text, path),
        ("equals", [var left, var right]) when path.Length == 0 => new RuntimeValue.Comparison(left, right),
        ("fail", _) => new RuntimeValue.Failure(),
        ("if", [var condition, var then, RuntimeValue.Failure]) when path.Length == 0 => Claim(condition, then),
        ("if", [_, RuntimeValue.Failure, var otherwise]) when path.Length == 0 => otherwise,
        ("if", [_, var then, var otherwise]) when path.Length == 0 && then == otherwise => then,
        ("format", [RuntimeValue.Literal { Text: "{0}/32" }, var value]) when path.Length == 0 => Append(value, "/32"),
        ("concat", [var value, RuntimeValue.Literal suffix]) when path.Length == 0 => Append(value, suffix.Text),
        _ => new RuntimeValue.Unknown(Quotation.Shorten(_text[start..Math.Max(end, start)])),
    };

    /// <summary>What a template checks before it goes on is so, where it goes on.</summary>
    private static RuntimeValue Claim(RuntimeValue condition, RuntimeValue value) => (condition, value) switch
    {
        (RuntimeValue.Comparison(RuntimeValue.Link left, RuntimeValue.Literal right), RuntimeValue.Link link) when left == link => link with { Claimed = right.Text },
        _ => value,
    };

    private readonly RuntimeValue Append(RuntimeValue value, string suffix) => value switch
    {
        RuntimeValue.Literal text => new RuntimeValue.Literal(text.Text + suffix),
        RuntimeValue.Link link => link with { Suffix = link.Suffix + suffix },
        _ => new RuntimeValue.Unknown(Quotation.Shorten(_text)),
    };

    private void SkipSpace()
    {
        while (_at < _text.Length - 1 && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }
}
