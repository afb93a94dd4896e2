using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using AksEgress.Knowledge;

namespace AksEgress.Model;

/// <summary>The priority of a rule collection or group: the lower number is evaluated first. 100 to 65000 (Azure Firewall rule processing).</summary>
public readonly record struct Priority : IModelValue<Priority>
{
    private readonly int _offset;

    /// <summary>A priority.</summary>
    /// <param name="value">100 to 65000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public Priority(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, Highest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Lowest);
        _offset = value - Highest;
    }

    /// <summary>The first of all priorities, 100.</summary>
    public static int Highest => Limits.Known.Priority.Min;

    /// <summary>The last of all priorities, 65000.</summary>
    public static int Lowest => Limits.Known.Priority.Max;

    /// <summary>The number, 100 to 65000.</summary>
    public int Value => _offset + Highest;

    /// <summary>A priority.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public static implicit operator Priority(int value) => new(value);

    /// <summary>A priority.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public static Priority FromInt32(int value) => new(value);

    /// <inheritdoc/>
    public static bool TryParse(string text, out Priority value, [NotNullWhen(false)] out ValueProblem? problem)
    {
        var isPriority = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Limits.Known.Priority.Contains(number) && text[0] != '0';
        value = isPriority ? new(number) : default;
        problem = isPriority ? null : new(ValueDiagnostics.Priority, string.Create(CultureInfo.InvariantCulture, $"'{text}' is not a priority. Azure takes whole numbers from {Highest} (evaluated first) to {Lowest}."));
        return isPriority;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
