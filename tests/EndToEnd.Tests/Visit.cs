using Microsoft.Playwright;
using Testing;

namespace EndToEnd.Tests;

/// <summary>Somebody at the pages, signed in: what goes wrong meanwhile, in the console or over the network, is remembered.</summary>
internal sealed class Visit : IAsyncDisposable
{
    public const string Password = "kata-sandi-uji-2026";

    private static readonly string[] Languages = ["id", "en"];
    private static readonly int[] Widths = [375, 1280, 1920];

    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    private Visit(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Each language in each width of a window, in CSS pixels: a telephone's, a laptop's, a large screen's.</summary>
    public static TheoryData<string, int> EveryWindow
    {
        get
        {
            var windows = new TheoryData<string, int>();
            foreach (var language in Languages)
            {
                foreach (var width in Widths)
                    windows.Add(language, width);
            }

            return windows;
        }
    }

    /// <summary>From the sign-in page on.</summary>
    /// <param name="width">Of the window, in CSS pixels.</param>
    public static async Task<Visit> SignInAsync(
        IBrowser browser, LrsProcess lrs, string userName, string language, int width = 1280, string path = "/", string password = Password)
    {
        var visit = await OpenAsync(browser, lrs, language, width, path);
        await visit.Page.Locator("input[autocomplete=username]").FillAsync(userName);
        await visit.Page.Locator("input[type=password]").FillAsync(password);
        await visit.Page.Locator("button[type=submit]").ClickAsync();
        await visit.Page.GetByTestId("account").WaitForAsync(new() { Timeout = 60_000, State = WaitForSelectorState.Attached });
        return visit;
    }

    /// <summary>Without signing in.</summary>
    public static async Task<Visit> OpenAsync(IBrowser browser, LrsProcess lrs, string language, int width, string path)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, AcceptDownloads = true, ReducedMotion = ReducedMotion.Reduce });
        var visit = new Visit(context, await context.NewPageAsync());
        visit.Watch();
        await visit.Page.GotoAsync(new Uri(lrs.Address, path).ToString());
        await visit.ChooseLanguageAsync(language);
        return visit;
    }

    /// <summary>Its texts are there: they are fetched when a language is first chosen.</summary>
    public async Task ChooseLanguageAsync(string language)
    {
        await Page.GetByTestId("language-switch").GetByText(language.ToUpperInvariant()).First.ClickAsync();
        await Assertions.Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", language);
    }

    /// <summary>
    /// The page at every width in both languages, and in the dark: nothing scrolls sideways, axe finds nothing serious, and a picture of each
    /// is kept beside the tests' output, to be looked at.
    /// </summary>
    public async Task LookAsync(string name)
    {
        await HasLoadedAsync();
        foreach (var language in Languages)
        {
            await ChooseLanguageAsync(language);
            foreach (var width in Widths)
            {
                await Page.SetViewportSizeAsync(width, 900);
                await FitsAsync($"{name}-{language}-{width}");
            }
        }

        await Axe.FindsNothingSeriousAsync(Page);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Page.SetViewportSizeAsync(Widths[0], 900);
        await SettledAsync();
        await Axe.FindsNothingSeriousAsync(Page);
        await PictureAsync($"{name}-dark-{Widths[0]}");
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Page.SetViewportSizeAsync(Widths[1], 900);
    }

    /// <summary>Nothing scrolls sideways; a picture is kept under the name.</summary>
    public async Task FitsAsync(string name)
    {
        await SettledAsync();
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{name} scrolls sideways.");
        await PictureAsync(name);
    }

    /// <summary>Nothing says any more that it is being loaded.</summary>
    public Task HasLoadedAsync() => Assertions.Expect(Page.GetByTestId("loading")).ToHaveCountAsync(0, new() { Timeout = 60_000 });

    public void HadNoFaults() => Assert.Empty(_faults);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    /// <summary>The page has been drawn as its window now is: a change of it takes a frame to be laid out, and one more for what follows it.</summary>
    private async Task SettledAsync()
    {
        await Page.WaitForFunctionAsync("width => innerWidth === width", Page.ViewportSize!.Width);
        await Page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(drawn))))");
    }

    private Task PictureAsync(string name) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", name + ".png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });

    private void Watch()
    {
        Page.Console += (_, message) =>
        {
            // A browser reports the 401 of "is anybody signed in?" as an error, which it is not.
            if (message.Type == "error" && !message.Text.Contains("401", StringComparison.Ordinal))
                _faults.Add(message.Text);
        };
        Page.PageError += (_, error) => _faults.Add(error);
        Page.Response += (_, response) =>
        {
            if (response.Status >= 400 && response.Status != 401)
                _faults.Add($"{response.Status} {new Uri(response.Url).AbsolutePath}");
        };
        Page.RequestFailed += (_, request) =>
        {
            // What a page that is left had still asked for is given up, and so is a download.
            if (request.Failure != "net::ERR_ABORTED")
                _faults.Add($"{request.Failure} {new Uri(request.Url).AbsolutePath}");
        };
    }
}
