using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>One browser for all tests of a collection; each has a window of its own in it.</summary>
public sealed class PagesBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Find() is not { } chromium)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Chromium.Arguments });
    }

    /// <summary>Skips where there is none; in CI a missing one is a failure.</summary>
    public IBrowser Require()
    {
        Chromium.Require(_browser);
        return _browser;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
