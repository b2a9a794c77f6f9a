using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DutyGuy.Web;

namespace DutyGuy.Commands.Demo;

/// <summary>The public API as one person or program uses it, with a token of its own.</summary>
sealed class DemoApi : IDisposable
{
    readonly HttpClient http;
    readonly CancellationToken over;

    public DemoApi(Uri server, string token, CancellationToken over)
    {
        this.over = over;
        http = new HttpClient { BaseAddress = new Uri(server, "/api/v1/"), Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Task<JsonElement> Get(string path) => Send(HttpMethod.Get, path, null);

    public Task<JsonElement> Post(string path, object? body = null) => Send(HttpMethod.Post, path, body);

    public Task<JsonElement> Put(string path, object body) => Send(HttpMethod.Put, path, body);

    public Task<JsonElement> Patch(string path, object body) => Send(HttpMethod.Patch, path, body);

    public void Dispose() => http.Dispose();

    async Task<JsonElement> Send(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is HttpContent content)
            request.Content = content;
        else if (body is not null)
            request.Content = JsonContent.Create(body, body.GetType(), options: Words.Json);
        using var answer = await http.SendAsync(request, over);
        var text = await answer.Content.ReadAsStringAsync(over);
        if (!answer.IsSuccessStatusCode)
            throw new NotAsTold($"{method} {path} was refused with {(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }
}
