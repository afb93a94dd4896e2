using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using AksEgress;
using AksEgress.Diagnostics;
using AksEgress.MSBuild.Host;

#pragma warning disable RS0030, CA2000 // A process of its own: its console and its end are its to keep.
// The build holds this open for as long as it wants the result.
var build = new AnonymousPipeClientStream(PipeDirection.In, args[0]);
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var cancellation = new CancellationTokenSource();
if (args is [_, Rehearsal.Argument])
{
    _ = Rehearsal.RunAsync();
}

HostRequest request;
try
{
    request = HostRequest.Read(build);
}
catch (EndOfStreamException)
{
    // The build has ended before it wanted anything.
    Environment.Exit(0);
    return;
}

_ = Task.Run(async () =>
{
    await build.CopyToAsync(Stream.Null);
    await cancellation.CancelAsync();
    // The build ends this process with all that its code has started. This is for when there is no build any more.
    await Task.Delay(TimeSpan.FromSeconds(5));
    Environment.Exit(1);
});

// Code finds its files where it finds them when it is run from the output folder.
AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", Path.GetDirectoryName(request.Assembly) + Path.DirectorySeparatorChar);
var result = await request.RunAsync(cancellation.Token);
result.Write(File.Create(request.UnfinishedResultFile));
File.Move(request.UnfinishedResultFile, request.ResultFile);
if (cancellation.IsCancellationRequested)
{
    // What is found to have ended can no longer be asked for its children.
    await Task.Delay(Timeout.Infinite);
}

// Threads that the code has left behind would go on. What it does now changes nothing any more, and may never return.
new Thread(() =>
{
    Thread.Sleep(TimeSpan.FromSeconds(2));
    Process.GetCurrentProcess().Kill();
}) { IsBackground = true }.Start();
Environment.Exit(0);
