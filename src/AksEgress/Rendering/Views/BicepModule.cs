using Scriban.Runtime;

namespace AksEgress.Rendering.Views;

/// <summary>A Bicep module: what it takes and gives, and the values of its template.</summary>
internal sealed class BicepModule(string name)
{
    private readonly List<ModuleParameter> _parameters = [];
    private readonly List<ModuleOutput> _outputs = [];
    private readonly List<BicepModule> _after = [];

    /// <summary>Symbol of the module in <c>main.bicep</c>, name of its file and of its template.</summary>
    public string Name => name;

    /// <summary>Values of the template, beside parameters and outputs.</summary>
    public ScriptObject Values { get; } = [];

    /// <summary>The module's file.</summary>
    public TemplateFile File
    {
        get
        {
            Values["parameters"] = _parameters.ConvertAll(parameter => new ScriptObject
            {
                ["name"] = new BicepExpression(parameter.Name),
                ["type"] = new BicepExpression(parameter.Type),
                ["description"] = parameter.Description,
                ["decorators"] = parameter.IsSecure ? (BicepExpression[])[new("@secure()")] : [],
            });
            Values["outputs"] = _outputs.ConvertAll(output => output.ToScript());
            return new($"modules/{name}.bicep", OutputKind.Bicep, $"bicep/{name}.bicep", Values);
        }
    }

    /// <summary>How <c>main.bicep</c> calls the module.</summary>
    public ScriptObject ToCall(IReadOnlyCollection<BicepModule> modules)
    {
        var arguments = new BicepObject();
        foreach (var parameter in _parameters)
        {
            arguments.Add(parameter.Name, new BicepExpression(parameter.Argument));
        }

        // Bicep's linter refuses what an argument already implies, also over several modules.
        var needed = modules.Where(TakesFrom).ToList();
        var explicitly = _after.Where(other => !needed.Exists(module => module.ComesAfter(other, modules))
            && !_after.Exists(module => module != other && module.ComesAfter(other, modules))).ToList();
        return new()
        {
            ["name"] = new BicepExpression(name),
            ["path"] = $"modules/{name}.bicep",
            ["body"] = new BicepObject
            {
                { "params", arguments },
                { "dependsOn", explicitly.Count == 0 ? null : explicitly.ConvertAll(other => new BicepExpression(other.Name)) },
            },
        };
    }

    /// <summary>Declares a parameter, once, and says what <c>main.bicep</c> passes.</summary>
    public BicepExpression Parameter(string parameter, string type, string description, string argument, bool isSecure = false)
    {
        if (!_parameters.Exists(known => known.Name == parameter))
        {
            _parameters.Add(new(parameter, type, description, argument, isSecure));
        }

        return new(parameter);
    }

    /// <summary>Declares an output; the result is how <c>main.bicep</c> and other modules' calls name it.</summary>
    public string Output(string output, string type, string description, string value)
    {
        _outputs.Add(new(output, type, description, new BicepExpression(value)));
        return $"{name}.outputs.{output}";
    }

    /// <summary>Orders the module behind another one, whether it takes something from it or not.</summary>
    public void After(BicepModule module) => _after.Add(module);

    private bool ComesAfter(BicepModule other, IReadOnlyCollection<BicepModule> modules) =>
        this == other || modules.Any(module => (TakesFrom(module) || _after.Contains(module)) && module.ComesAfter(other, modules));

    private bool TakesFrom(BicepModule module) => _parameters.Exists(parameter => parameter.Argument.StartsWith($"{module.Name}.outputs.", StringComparison.Ordinal));

    private sealed record ModuleParameter(string Name, string Type, string Description, string Argument, bool IsSecure);
}
