using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Analytics.ClickHouse.Engine;

/// <summary>
/// Writes the engine's configuration into its data directory. The HTTP port is on loopback, random, and guarded: the account that may
/// read and write has a random password, which no command line shows; the engine's own start-up account may do nothing but listen.
/// </summary>
internal sealed class EngineConfiguration
{
    private const string UserName = "lrs";

    private EngineConfiguration(string directory, int port, string password)
    {
        Arguments =
        [
            "--config-file", Path.Combine(directory, "config.xml"), "--path", Path.Combine(directory, "data"),
            "--query", "SYSTEM START LISTEN HTTP", "--interactive",
            "--", "--http_port", port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--listen_host", "127.0.0.1",
        ];
        Connection = new ClickHouseConnection(new Uri($"http://127.0.0.1:{port}/"), UserName, password, "lrs");
    }

    public IReadOnlyList<string> Arguments { get; }

    public ClickHouseConnection Connection { get; }

    public static EngineConfiguration Write(string dataDirectory, long maxMemoryBytes) =>
        Write(dataDirectory, maxMemoryBytes, FreePort(), Convert.ToHexString(RandomNumberGenerator.GetBytes(24)));

    /// <summary>The engine needs an absolute path: it joins a relative one with itself.</summary>
    public static EngineConfiguration Write(string dataDirectory, long maxMemoryBytes, int port, string password)
    {
        var directory = Path.GetFullPath(Path.Combine(dataDirectory, "clickhouse"));
        // The engine's own files are readable by all: what keeps statements from others on the machine is the directory.
        Relational.PrivateDirectory.Create(directory);
        WritePrivate(Path.Combine(directory, "users.xml"), Users(password));
        WritePrivate(Path.Combine(directory, "config.xml"), Server(maxMemoryBytes));
        return new EngineConfiguration(directory, port, password);
    }

    private static void WritePrivate(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }

    // The kernel hands out a port that nobody uses; between here and the engine's bind it could be taken, then the engine is started anew.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Users(string password) => $"""
        <clickhouse>
          <!-- Thousands of small inserts a second: what ClickHouse samples of each query costs more than it tells. -->
          <profiles>
            <default>
              <query_profiler_real_time_period_ns>0</query_profiler_real_time_period_ns>
              <query_profiler_cpu_time_period_ns>0</query_profiler_cpu_time_period_ns>
              <memory_profiler_step>0</memory_profiler_step>
              <log_queries>0</log_queries>
            </default>
          </profiles>
          <quotas><default/></quotas>
          <users>
            <default>
              <no_password/>
              <networks><ip>127.0.0.1</ip><ip>::1</ip></networks>
              <profile>default</profile><quota>default</quota>
              <grants><query>GRANT SYSTEM LISTEN ON *.*</query></grants>
            </default>
            <{UserName}>
              <password_sha256_hex>{Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(password)))}</password_sha256_hex>
              <networks><ip>127.0.0.1</ip></networks>
              <profile>default</profile><quota>default</quota>
            </{UserName}>
          </users>
        </clickhouse>
        """;

    // Sized for a machine that the service shares: few background threads, small caches; merges wait behind inserts and queries.
    // fsync on each insert is promise 1 of the design; column statistics would cost a fifth of a small insert, and no query here needs them.
    private static string Server(long maxMemoryBytes) => $"""
        <clickhouse>
          <user_directories><users_xml><path>users.xml</path></users_xml></user_directories>
          <max_server_memory_usage>{maxMemoryBytes}</max_server_memory_usage>
          <mark_cache_size>67108864</mark_cache_size>
          <index_mark_cache_size>33554432</index_mark_cache_size>
          <uncompressed_cache_size>0</uncompressed_cache_size>
          <os_threads_nice_value_merge_mutate>10</os_threads_nice_value_merge_mutate>
          <background_pool_size>4</background_pool_size>
          <background_schedule_pool_size>8</background_schedule_pool_size>
          <background_common_pool_size>2</background_common_pool_size>
          <background_fetches_pool_size>1</background_fetches_pool_size>
          <merge_tree>
            <fsync_after_insert>1</fsync_after_insert>
            <fsync_part_directory>1</fsync_part_directory>
            <auto_statistics_types></auto_statistics_types>
            <parts_to_delay_insert>2000</parts_to_delay_insert>
            <parts_to_throw_insert>6000</parts_to_throw_insert>
          </merge_tree>
        </clickhouse>
        """;
}
