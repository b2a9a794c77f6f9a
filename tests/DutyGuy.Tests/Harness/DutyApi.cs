using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DutyGuy.Web;

namespace DutyGuy.Tests.Harness;

/// <summary>
/// The public API as one caller sees it. Paths without a first slash are under /api/v1. A body is any object; an answer
/// that is not 2xx fails the test with its status and text, unless the test asked for it with <see cref="Refused"/>.
/// </summary>
public class DutyApi(HttpClient http)
{
    public HttpClient Http { get; } = http;

    public Task<JsonElement> Get(string path) => Good(HttpMethod.Get, path, null);

    /// <summary>A long list, part by part, as each names the next.</summary>
    public async IAsyncEnumerable<JsonElement> Parts(string path)
    {
        for (string? next = path; next is not null; )
        {
            var part = await Get(next);
            yield return part;
            next = part.Text("next");
        }
    }

    public Task<JsonElement> Post(string path, object? body = null) => Good(HttpMethod.Post, path, body);

    public Task<JsonElement> Put(string path, object? body = null) => Good(HttpMethod.Put, path, body);

    public Task<JsonElement> Patch(string path, object? body = null) => Good(HttpMethod.Patch, path, body);

    public Task<JsonElement> Delete(string path) => Good(HttpMethod.Delete, path, null);

    /// <summary>A page or another text.</summary>
    public async Task<string> Page(string path) => (await Send(HttpMethod.Get, path)).MustBeGood().Text;

    /// <summary>Sends what must be refused with a status, and gives the problem.</summary>
    public async Task<JsonElement> Refused(HttpStatusCode status, HttpMethod method, string path, object? body = null)
    {
        var answer = await Send(method, path, body);
        if (answer.Status != status)
            Assert.Fail($"{answer}\nexpected {(int)status}");
        return answer.Json;
    }

    /// <summary>Sends anything and gives whatever comes.</summary>
    public async Task<Answer> Send(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : "/api/v1/" + path);
        if (body is HttpContent content)
            request.Content = content;
        else if (body is not null)
            request.Content = JsonContent.Create(body, body.GetType(), options: Words.Json);
        using var response = await Http.SendAsync(request);
        return new Answer($"{method} {path}", response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The board of a duty.</summary>
    public Task<JsonElement> Board(string duty) => Get($"duties/{duty}/board");

    /// <summary>What was or will be sent to the outside.</summary>
    public async Task<IReadOnlyList<JsonElement>> Outbox() => (await Get("outbox")).Items();

    protected static HttpClient Client(Uri address, string? token)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = address,
        };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    async Task<JsonElement> Good(HttpMethod method, string path, object? body) =>
        (await Send(method, path, body)).MustBeGood().Json;
}
