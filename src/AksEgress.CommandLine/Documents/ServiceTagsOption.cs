using System.CommandLine;
using AksEgress.Analysis;
using AksEgress.CommandLine.Console;

namespace AksEgress.CommandLine.Documents;

/// <summary>The option that names Microsoft's file of service tags.</summary>
internal sealed class ServiceTagsOption : Option<string?>
{
    private const string What = "The file of service tags";

    public ServiceTagsOption()
        : base("--service-tags")
    {
        Description = "Microsoft's file of service tags; without it a service tag may hold any public address.";
        HelpName = "file.json";
    }

    /// <summary>Reads the file, where one is named.</summary>
    /// <exception cref="BadInputException">It cannot be read.</exception>
    public ServiceTagPrefixes? Read(Terminal terminal, ParseResult arguments) =>
        arguments.GetValue(this) is not { } file ? null
        : ServiceTagPrefixes.TryRead(InputFile.ReadAll(terminal, file, What), out var prefixes, out var problem) ? prefixes
        : throw new BadInputException([InputFile.Unreadable(InputFile.NameOf(file), What, problem)]);
}
