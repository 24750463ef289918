using Confluent.Kafka;
using SystemNativeLibrary = System.Runtime.InteropServices.NativeLibrary;

namespace Analytics.Streaming.Kafka;

/// <summary>Finds the native library of the Kafka client: the one that is set, else the system's. Needed only where Kafka is used.</summary>
internal static class NativeLibrary
{
    private static readonly Version Oldest = new(2, 3);
    private static readonly string[] OfTheSystem = ["librdkafka.so.1", "librdkafka.1.dylib", "librdkafka.dll"];
    private static readonly Lock Gate = new();
    private static string? _loaded;

    /// <returns>What is wrong and what to do, for whoever set it; null where it is loaded.</returns>
    public static string? TryLoad(string path)
    {
        lock (Gate)
        {
            if (_loaded is not null)
                return _loaded.Length == 0 ? null : _loaded;
            return (_loaded = Load(path)).Length == 0 ? null : _loaded;
        }
    }

    private static string Load(string path)
    {
        const string HowTo =
            "Kafka (LRS_KAFKA) needs librdkafka 2.3 or newer: install it (Debian 13 and Ubuntu 24.04: apt-get install librdkafka1) or set LRS_LIBRDKAFKA to the path of its file.";
        var handle = IntPtr.Zero;
        if (path.Length > 0 && !SystemNativeLibrary.TryLoad(Path.GetFullPath(path), out handle))
            return $"LRS_LIBRDKAFKA is \"{path}\", which is no library that this machine can load. {HowTo}";
        if (path.Length == 0 && !Array.Exists(OfTheSystem, name => SystemNativeLibrary.TryLoad(name, out handle)))
            return HowTo;
        SystemNativeLibrary.SetDllImportResolver(typeof(Library).Assembly, (name, _, _) => name.StartsWith("librdkafka", StringComparison.Ordinal) ? handle : IntPtr.Zero);
        // 0x020300ff: major, minor, revision, pre-release.
        var version = new Version((Library.Version >> 24) & 0xff, (Library.Version >> 16) & 0xff);
        return version < Oldest ? $"The librdkafka of this machine is {Library.VersionString}. {HowTo}" : "";
    }
}
