using System.Diagnostics;

namespace Analytics.ClickHouse.Engine;

/// <summary>Finds the program that runs as the engine's child process, and starts it: ours, with another verb.</summary>
internal static class EngineProgram
{
    public static Process Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        var (program, first) = Find();
        start.FileName = program;
        foreach (var argument in first.Append(EngineLibrary.Verb).Concat(arguments))
            start.ArgumentList.Add(argument);
        // One thread waits in native code: the child needs no heap to speak of.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x4000000";
        start.Environment["DOTNET_TieredCompilation"] = "1";

        var child = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        // Nobody reads the engine's prompt; unread, its pipe would fill and stop it.
        child.OutputDataReceived += static (_, _) => { };
        child.ErrorDataReceived += static (_, _) => { };
        child.BeginOutputReadLine();
        child.BeginErrorReadLine();
        return child;
    }

    /// <summary>
    /// The running program itself; under a test runner, the <c>Lrs</c> that lies beside the tests, run by the same <c>dotnet</c>.
    /// </summary>
    private static (string Program, string[] First) Find()
    {
        var running = Environment.ProcessPath ?? "dotnet";
        if (Path.GetFileNameWithoutExtension(running) is "Lrs")
            return (running, []);

        var assembly = Path.Combine(AppContext.BaseDirectory, "Lrs.dll");
        if (!File.Exists(assembly))
            throw new FileNotFoundException($"The embedded engine runs as a child of Lrs, which is not at {assembly}.");
        return Path.GetFileNameWithoutExtension(running) is "dotnet"
            ? (running, ["exec", assembly])
            : (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", assembly]);
    }
}
