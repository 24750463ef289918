using System.Diagnostics.CodeAnalysis;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>The machine's own Chromium: no test downloads a browser.</summary>
internal static class Chromium
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    /// <summary>Nothing but the page under test goes over the network.</summary>
    public static string[] Arguments =>
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public static string? Find() => Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? Places.FirstOrDefault(File.Exists);

    /// <summary>Skips where there is no browser; in CI a missing one is a failure.</summary>
    public static void Require([NotNull] IBrowser? browser)
    {
        const string Reason = "Chromium was not found: install it (Debian and Ubuntu: apt-get install chromium) or set CHROMIUM_PATH.";
        if (browser is null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(Reason);
        Skip.If(browser is null, Reason);
#pragma warning disable CS8777 // Skip.If and Assert.Fail do not return.
    }
#pragma warning restore CS8777
}
