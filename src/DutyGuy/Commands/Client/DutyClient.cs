using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DutyGuy.Web;

namespace DutyGuy.Commands.Client;

/// <summary>The public API as the command line calls it; paths are those under /api/v1. A refusal is its sentence.</summary>
sealed class DutyClient : IDisposable
{
    readonly HttpClient http;

    public DutyClient(Uri server, string? token)
    {
        http = new HttpClient { BaseAddress = new Uri(server.AbsoluteUri.TrimEnd('/') + "/") };
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>The address of a page of this server.</summary>
    public string Page(string path) => new Uri(http.BaseAddress!, path).AbsoluteUri;

    public Task<JsonElement> Get(string path) => Send(HttpMethod.Get, path, null);

    public Task<JsonElement> Post(string path, object? body = null) => Send(HttpMethod.Post, path, body);

    public Task<JsonElement> Put(string path, object body) => Send(HttpMethod.Put, path, body);

    public Task<JsonElement> Patch(string path, object body) => Send(HttpMethod.Patch, path, body);

    public Task<JsonElement> Delete(string path) => Send(HttpMethod.Delete, path, null);

    public void Dispose() => http.Dispose();

    async Task<JsonElement> Send(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, "api/v1/" + path);
        request.Content =
            body as HttpContent ?? (body is null ? null : JsonContent.Create(body, body.GetType(), null, Words.Json));
        using var response = await Answer(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
            throw new CommandRefused(Problem.Sentence((int)response.StatusCode, text));
        try
        {
            return text.Length == 0 ? default : JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            throw new CommandRefused($"{http.BaseAddress} answers, but not as Duty Guy does. Is the address right?");
        }
    }

    async Task<HttpResponseMessage> Answer(HttpRequestMessage request)
    {
        try
        {
            return await http.SendAsync(request);
        }
        catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException)
        {
            throw new CommandRefused(
                $"{http.BaseAddress} does not answer ({broken.Message}). Start it with “duty serve”, or say where it is: --server ADDRESS."
            );
        }
    }
}
