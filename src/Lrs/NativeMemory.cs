using System.Runtime.InteropServices;

namespace Lrs;

/// <summary>How the C library's allocator keeps memory for what is not .NET's: its compiler, SQLite, sockets, compression.</summary>
internal static partial class NativeMemory
{
    private const int MostArenas = -8; // M_ARENA_MAX of glibc's malloc.h.

    /// <summary>
    /// One arena for all threads. By default glibc makes up to eight for each core, each keeps what it ever took, and under load that was
    /// 100 MB of nothing; what contention could cost was not to be measured. Other C libraries have no arenas and are left alone.
    /// </summary>
    public static void KeepInOneArena()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = SetOption(MostArenas, 1);
        }
        catch (EntryPointNotFoundException)
        {
            // musl, for example.
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetOption(int option, int value);
}
