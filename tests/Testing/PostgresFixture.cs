using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Testing;

/// <summary>
/// A PostgreSQL of the tests' own, reached by a socket and gone with them. Where the machine has none, tests that need it are skipped; in
/// CI that is a failure. A test project that shares one declares the collection:
/// <c>[CollectionDefinition(PostgresFixture.Collection)] public sealed class PostgresCollection : ICollectionFixture&lt;PostgresFixture&gt;;</c>
/// </summary>
public sealed class PostgresFixture : IDisposable
{
    public const string Collection = "PostgreSQL";

    private static readonly TimeSpan StartWithin = TimeSpan.FromMinutes(1);

    private readonly string? _programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    private readonly string _directory = $"/tmp/lrs-postgres-{Guid.NewGuid():N}";
    private int _databases;
    private bool _isRunning;

    public PostgresFixture()
    {
        if (_programs is null)
            return;
        Run("mkdir", "--mode=700", _directory);
        Run(Path.Combine(_programs, "initdb"), "--auth=trust", "--username=lrs", "--no-sync", "--pgdata", Data);
        StartAgain();
    }

    public bool IsThere => _programs is not null;

    public string ConnectionString => In("postgres");

    private string Data => Path.Combine(_directory, "data");

    /// <summary>The value of <c>LRS_DATABASE</c> for a database of a test's own.</summary>
    public string CreateDatabase()
    {
        Require();
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        connection.Open();
        // In a language whose order is not that of bytes: nothing may lean on an order that a database's locale decides.
        using var create = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'id-ID' LOCALE 'C.UTF-8'", connection);
        create.ExecuteNonQuery();
        return In(name);
    }

    public TemporaryStore CreateStore(TimeProvider? clock = null) => new(clock, CreateDatabase());

    /// <summary>Skips where it is missing.</summary>
    public void Require()
    {
        const string reason = "PostgreSQL is not installed (Debian and Ubuntu: apt-get install postgresql).";
        if (!IsThere && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Skip.IfNot(IsThere, reason);
    }

    /// <summary><c>kill -9</c> of the server and of the processes that serve its connections, which would answer for a moment longer.</summary>
    public void Kill()
    {
        var server = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First();
        string[] all = [server, .. File.ReadAllText($"/proc/{server}/task/{server}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        foreach (var id in all)
            LrsProcess.Signal(int.Parse(id, CultureInfo.InvariantCulture), "-KILL");
        _isRunning = false;
        var started = Stopwatch.GetTimestamp();
        while (all.Any(IsAlive) && Stopwatch.GetElapsedTime(started) < StartWithin)
            Thread.Sleep(20);
    }

    /// <summary>After <see cref="Kill"/>: the same server again.</summary>
    public void StartAgain()
    {
        // Until the killed one's children have noticed and let go of its memory, it refuses.
        for (var started = Stopwatch.GetTimestamp(); ; Thread.Sleep(100))
        {
            try
            {
                // In its log, since it would keep our output open.
                Run(Path.Combine(_programs!, "pg_ctl"), "start", "--wait", "--silent", "--pgdata", Data, "--log", Path.Combine(_directory, "log"),
                    "--options", $"-c listen_addresses='' -c fsync=off -c max_connections=300 -k {_directory}");
                _isRunning = true;
                return;
            }
            catch (InvalidOperationException) when (Stopwatch.GetElapsedTime(started) < StartWithin)
            {
            }
        }
    }

    /// <summary>What <c>pg_dump</c> writes of a database, as docs/operations/backup.md has it.</summary>
    public string Dump(string connectionString)
    {
        var file = Path.Combine(_directory, $"{Guid.NewGuid():N}.dump");
        Run(Path.Combine(_programs!, "pg_dump"), "--host", _directory, "--username=lrs", "--format=custom", "--file", file, NameOf(connectionString));
        return file;
    }

    /// <summary>Puts a dump into a database, in the place of what is there.</summary>
    public void Restore(string file, string connectionString) => Run(
        Path.Combine(_programs!, "pg_restore"), "--host", _directory, "--username=lrs", "--clean", "--if-exists", "--dbname", NameOf(connectionString), file);

    public void Dispose()
    {
        if (_programs is null)
            return;
        if (_isRunning)
            Run(Path.Combine(_programs, "pg_ctl"), "stop", "--wait", "--silent", "--mode=immediate", "--pgdata", Data);
        Run("rm", "--recursive", _directory);
    }

    // One that has ended and that nobody has asked about yet is a zombie, "Z".
    private static bool IsAlive(string id)
    {
        try
        {
            return !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static string NameOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private string In(string database) => $"Host={_directory};Username=lrs;Database={database}";

    private static void Run(string program, params string[] arguments)
    {
        // PostgreSQL does not run as root, and so its directory is not root's either.
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", program, .. arguments] : [program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = "/", RedirectStandardOutput = program.EndsWith("initdb", StringComparison.Ordinal) })!;
        if (process.StartInfo.RedirectStandardOutput)
            process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
