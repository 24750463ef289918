using System.Diagnostics;

namespace Testing;

/// <summary>A program of the machine that tests read files with. Where it is missing a test is skipped; in CI that is a failure.</summary>
public sealed class Installed
{
    private readonly string _name;
    private readonly string _howTo;
    private readonly string? _path;

    private Installed(string name, string howTo)
    {
        (_name, _howTo) = (name, howTo);
        _path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(directory => Path.Combine(directory, name)).FirstOrDefault(File.Exists);
    }

    public static Installed LibreOffice { get; } = new("soffice", "apt-get install libreoffice-calc-nogui");

    public static Installed PdfToText { get; } = new("pdftotext", "apt-get install poppler-utils");

    /// <summary>Skips where it is missing, with what to install.</summary>
    public void Require()
    {
        var reason = $"{_name} was not found on PATH: install it (Debian and Ubuntu: {_howTo}).";
        if (_path is null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Skip.If(_path is null, reason);
    }

    /// <summary>What it writes to standard output.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(_path!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{_name} ended with {process.ExitCode}: {await error}");
        return await output;
    }
}
