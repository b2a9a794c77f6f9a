using System.Net;
using System.Text.RegularExpressions;

namespace DutyGuy.Tests.Access;

/// <summary>What a page answered.</summary>
sealed record PageAnswer(int Status, string Text, string? Location, HttpResponseMessage Raw);

/// <summary>A browser without script: keeps cookies, fills in the form of a page.</summary>
sealed partial class Browser(Uri root) : IDisposable
{
    readonly HttpClient client = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }
    )
    {
        BaseAddress = root,
    };

    public HttpClient Client => client;

    public async Task<PageAnswer> Open(string path) => await Read(await client.GetAsync(path));

    /// <summary>Posts fields as they are, without looking at a page before.</summary>
    public async Task<PageAnswer> Post(string path, Dictionary<string, string> fields) =>
        await Read(await client.PostAsync(path, new FormUrlEncodedContent(fields)));

    /// <summary>Opens the page and posts its form with these fields.</summary>
    public async Task<PageAnswer> Submit(string path, Dictionary<string, string> fields, string? to = null)
    {
        var page = await Open(path);
        foreach (Match hidden in Hidden().Matches(page.Text))
            fields.TryAdd(hidden.Groups["name"].Value, WebUtility.HtmlDecode(hidden.Groups["value"].Value));
        return await Post(to ?? path.Split('?')[0], fields);
    }

    public Task<PageAnswer> SignIn(string name, string? password = null, string page = "/sign-in") =>
        Submit(page, new() { ["name"] = name, ["password"] = password ?? AccessServer.PasswordOf(name) });

    /// <summary>The token of a form of ours, for this session.</summary>
    public async Task<string> FormToken(string page)
    {
        var found = Hidden().Matches((await Open(page)).Text);
        return found.First(m => m.Groups["name"].Value == "__RequestVerificationToken").Groups["value"].Value;
    }

    static async Task<PageAnswer> Read(HttpResponseMessage answer) =>
        new(
            (int)answer.StatusCode,
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()),
            answer.Headers.Location?.ToString(),
            answer
        );

    [GeneratedRegex(
        "<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Hidden();

    public void Dispose() => client.Dispose();
}
