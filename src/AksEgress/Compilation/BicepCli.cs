namespace AksEgress.Compilation;

/// <summary>
/// A running Bicep CLI: one process for any number of calls, also at the same time, without the second or so that each start costs.
/// It takes version 0.29.45 or later to compile, 0.36.1 for snapshots and 0.37.1 to format.
/// </summary>
/// <remarks>
/// A call that is cancelled or runs out of time takes the process with it: calls beside it and after it fail with
/// <see cref="BicepCliException"/>, and a new instance has to be started.
/// Source of methods and versions: https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-cli-jsonrpc
/// </remarks>
public sealed class BicepCli : IAsyncDisposable
{
    private static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromMinutes(10);

    private readonly BicepConnection _connection;

    private BicepCli(string path, TimeSpan timeLimit) => _connection = new(path, timeLimit);

    /// <summary>Starts a Bicep CLI and waits until it answers.</summary>
    /// <param name="path">The full path of the executable; see <see cref="BicepCliLocator"/>.</param>
    /// <param name="timeLimit">How long each call may take, this one included; ten minutes when null.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    /// <exception cref="BicepCliException">The file cannot be started, or what it starts does not answer as a Bicep CLI.</exception>
    public static async Task<BicepCli> StartAsync(string path, TimeSpan? timeLimit = null, CancellationToken cancellationToken = default)
    {
        var cli = new BicepCli(path, timeLimit ?? DefaultTimeLimit);
        try
        {
            await cli.VersionAsync(cancellationToken);
            return cli;
        }
        catch
        {
            await cli.DisposeAsync();
            throw;
        }
    }

    /// <summary>The CLI's version, for instance <c>0.49.2</c>.</summary>
    /// <param name="cancellationToken">Kills the process.</param>
    /// <exception cref="BicepCliException">The CLI did not answer.</exception>
    public async Task<string> VersionAsync(CancellationToken cancellationToken = default) =>
        (await _connection.CallAsync<VersionResponse>("bicep/version", [], cancellationToken)).Version;

    /// <summary>Compiles a file and its modules to one ARM template. A <c>bicepconfig.json</c> in the file's folder or above it applies.</summary>
    /// <param name="bicepFile">The full path of a <c>.bicep</c> file.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    /// <exception cref="BicepCliException">The file cannot be read, or the CLI did not answer. Mistakes in the file are diagnostics, not exceptions.</exception>
    public async Task<BicepCompilation> CompileAsync(string bicepFile, CancellationToken cancellationToken = default) =>
        (await _connection.CallAsync<CompileResponse>("bicep/compile", new() { ["path"] = bicepFile }, cancellationToken)).ToCompilation();

    /// <summary>
    /// The resources that a deployment would have, as JSON text with LF line ends. What is not said stays an expression, such as <c>[subscription().subscriptionId]</c>.
    /// The resources come in the same order each time; the outputs, in Bicep 0.49, do not: compare them as JSON.
    /// </summary>
    /// <param name="bicepParamFile">The full path of a <c>.bicepparam</c> file.</param>
    /// <param name="tenantId">The tenant to assume.</param>
    /// <param name="subscriptionId">The subscription to assume.</param>
    /// <param name="resourceGroup">The resource group to assume.</param>
    /// <param name="location">The region of the resource group.</param>
    /// <param name="deploymentName">The name of the deployment.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    /// <exception cref="BicepCliException">The files do not compile, or the CLI did not answer.</exception>
    public async Task<string> SnapshotAsync(
        string bicepParamFile,
        string? tenantId = null,
        string? subscriptionId = null,
        string? resourceGroup = null,
        string? location = null,
        string? deploymentName = null,
        CancellationToken cancellationToken = default) =>
        (await _connection.CallAsync<SnapshotResponse>(
            "bicep/getSnapshot",
            new() { ["path"] = bicepParamFile, ["metadata"] = new SnapshotMetadata(tenantId, subscriptionId, resourceGroup, location, deploymentName) },
            cancellationToken)).ToText();

    /// <summary>Compiles a parameters file and the template that it is for: to that template.</summary>
    /// <param name="bicepParamFile">The full path of a <c>.bicepparam</c> file.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    /// <exception cref="BicepCliException">The file cannot be read, or the CLI did not answer.</exception>
    internal async Task<BicepCompilation> CompileParamsAsync(string bicepParamFile, CancellationToken cancellationToken)
    {
        var response = await _connection.CallAsync<CompileParamsResponse>("bicep/compileParams", new() { ["path"] = bicepParamFile, ["parameterOverrides"] = ParameterOverrides.None }, cancellationToken);
        return new(response.Success, response.Template, [.. response.Diagnostics.Select(diagnostic => diagnostic.ToBicepDiagnostic())]);
    }

    /// <summary>The files that a template or parameters file is made of, itself included.</summary>
    /// <param name="file">The full path of a <c>.bicep</c> or <c>.bicepparam</c> file.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    /// <exception cref="BicepCliException">The file cannot be read, or the CLI did not answer.</exception>
    internal async Task<IReadOnlyList<string>> FileReferencesAsync(string file, CancellationToken cancellationToken) =>
        (await _connection.CallAsync<FileReferencesResponse>("bicep/getFileReferences", new() { ["path"] = file }, cancellationToken)).FilePaths;

    /// <summary>The resources that a file declares, without those that exist and those of its modules.</summary>
    /// <param name="bicepFile">The full path of a <c>.bicep</c> file.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    /// <exception cref="BicepCliException">The file cannot be read, or the CLI did not answer.</exception>
    internal async Task<IReadOnlyList<BicepResource>> ResourcesAsync(string bicepFile, CancellationToken cancellationToken) =>
        (await _connection.CallAsync<DeploymentGraphResponse>("bicep/getDeploymentGraph", new() { ["path"] = bicepFile }, cancellationToken)).ToResources(bicepFile);

    /// <summary>The text of a file as Bicep's formatter would write it. The file itself stays as it is.</summary>
    /// <param name="file">The full path of a <c>.bicep</c> or <c>.bicepparam</c> file.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    /// <exception cref="BicepCliException">The file cannot be read, or the CLI did not answer.</exception>
    public async Task<string> FormatAsync(string file, CancellationToken cancellationToken = default) =>
        (await _connection.CallAsync<FormatResponse>("bicep/format", new() { ["path"] = file }, cancellationToken)).Contents;

    /// <summary>Ends the process. Calls that still run fail with <see cref="BicepCliException"/>.</summary>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
