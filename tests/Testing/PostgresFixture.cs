using System.Diagnostics;

namespace Testing;

/// <summary>A PostgreSQL of the tests' own, reached by a socket and gone with them. Where the machine has none, tests that need it are skipped.</summary>
public sealed class PostgresFixture : IDisposable
{
    private readonly string? _programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    private readonly string _directory = $"/tmp/lrs-postgres-{Guid.NewGuid():N}";

    public PostgresFixture()
    {
        if (_programs is null)
            return;
        Run("mkdir", "--mode=700", _directory);
        Run(Path.Combine(_programs, "initdb"), "--auth=trust", "--username=lrs", "--no-sync", "--pgdata", Data);
        // In its log, since it would keep our output open.
        Run(Path.Combine(_programs, "pg_ctl"), "start", "--wait", "--pgdata", Data, "--log", Path.Combine(_directory, "log"),
            "--options", $"-c listen_addresses='' -c fsync=off -k {_directory}");
    }

    public bool IsThere => _programs is not null;

    public string ConnectionString => $"Host={_directory};Username=lrs;Database=postgres";

    private string Data => Path.Combine(_directory, "data");

    public void Dispose()
    {
        if (_programs is null)
            return;
        Run(Path.Combine(_programs, "pg_ctl"), "stop", "--wait", "--mode=immediate", "--pgdata", Data);
        Run("rm", "--recursive", _directory);
    }

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
