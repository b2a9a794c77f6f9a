using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DutyGuy.EndToEnd.Gallery.Chromium))]

namespace DutyGuy.EndToEnd.Gallery;

/// <summary>Debian's Chromium, one for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    IPlaywright playwright = null!;
    IBrowser browser = null!;

    public static string Path => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    public async ValueTask InitializeAsync()
    {
        Tests.Harness.Needed.Have(
            File.Exists(Path) ? null : "Chromium is missing. Install it: apt-get install chromium"
        );
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Path,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <summary>A page as somebody sees it; their token goes with every request.</summary>
    public async Task<IPage> Open(Exhibit exhibit, string path, View view, string? handle = "mel")
    {
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = exhibit.Address.ToString(),
                ViewportSize = new() { Width = view.Width, Height = view.Height },
                ColorScheme = view.Dark ? ColorScheme.Dark : ColorScheme.Light,
                JavaScriptEnabled = view.Scripts,
                ExtraHTTPHeaders = handle is null
                    ? []
                    : new Dictionary<string, string> { ["Authorization"] = "Bearer " + Token(handle) },
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        return page;
    }

    /// <summary>The same page through another window.</summary>
    public static async Task Turn(IPage page, View view)
    {
        await page.SetViewportSizeAsync(view.Width, view.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = view.Dark ? ColorScheme.Dark : ColorScheme.Light });
    }

    /// <summary>A page as somebody sees it who came in by a one-time address; forms then need their token, as for people.</summary>
    public async Task<IPage> SignIn(Exhibit exhibit, string path, string handle)
    {
        var secret = await exhibit.WayIn(handle);
        var page = await Open(exhibit, "/welcome/" + secret, View.Desk, null);
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    static string Token(string handle) =>
        handle == "administrator" ? Tests.Harness.RunningDuty.BootstrapToken : ClinicDay.TokenOf(handle);
}

/// <summary>Through which window somebody looks.</summary>
public sealed record View(int Width, int Height, bool Dark = false, bool Scripts = true)
{
    public static readonly View Desk = new(1366, 900);
    public static readonly View Phone = new(390, 844);
    public static readonly View Wall = new(1920, 1080);
}
