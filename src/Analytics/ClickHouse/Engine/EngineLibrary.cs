using System.Reflection;
using System.Runtime.InteropServices;

namespace Analytics.ClickHouse.Engine;

/// <summary>
/// The engine's shared library, and the call that runs it. It is the whole of clickhouse-local behind one function, so it gets a
/// process of its own: a child of ours that was started with the verb <see cref="Verb"/>.
/// </summary>
public static partial class EngineLibrary
{
    /// <summary>The hidden verb of the program that makes it the engine.</summary>
    public const string Verb = "clickhouse-engine";

    /// <summary>Runs the engine until its standard input closes, which happens when the parent dies, however it dies.</summary>
    /// <returns>The exit code of the process.</returns>
    public static unsafe int Run(IReadOnlyList<string> arguments)
    {
        // A Ctrl+C at the terminal is for the parent, which then stops us in order: leave its process group.
        if (!OperatingSystem.IsWindows())
            _ = SetSessionId();

        var main = (delegate* unmanaged<int, byte**, nint>)NativeLibrary.GetExport(NativeLibrary.Load(Find()), "chdb_query_cmdline");
        var argv = (byte**)NativeMemory.AllocZeroed((nuint)(arguments.Count + 2), (nuint)sizeof(byte*));
        argv[0] = (byte*)Marshal.StringToCoTaskMemUTF8("clickhouse-local");
        for (var i = 0; i < arguments.Count; i++)
            argv[i + 1] = (byte*)Marshal.StringToCoTaskMemUTF8(arguments[i]);
        _ = main(arguments.Count + 1, argv);
        return 0;
    }

    /// <summary>Beside the program when published, else where the build put it.</summary>
    /// <exception cref="FileNotFoundException">Neither place has it.</exception>
    public static string Find()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "libchdb.so");
        var built = typeof(EngineLibrary).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "ClickHouseEngine")?.Value;
        return File.Exists(beside) ? beside
            : File.Exists(built) ? built
            : throw new FileNotFoundException(
                $"The ClickHouse engine (libchdb.so) is neither at {beside} nor at {built}. Build once with network access, or set LRS_CLICKHOUSE.");
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int SetSessionId();
}
