using System.Text;
using DutyGuy.Adapters.Webhooks;

namespace DutyGuy.Features.Connections;

/// <summary>Does the address take a message? It gets <c>{"kind":"test"}</c>, signed when there is a secret.</summary>
static class WebhookTest
{
    static readonly HttpClient Http = OutgoingHttp.Client();

    public static async Task<string?> Try(IReadOnlyDictionary<string, string> settings, CancellationToken stop)
    {
        const string body = """{"kind":"test","text":"Duty Guy tries this connection."}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, settings["url"])
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (settings.TryGetValue("secret", out var secret))
            request.Headers.Add("X-Duty-Signature", Sign(secret, body));
        using var answer = await Http.SendAsync(request, stop);
        return answer.IsSuccessStatusCode ? null : $"The address answers {(int)answer.StatusCode}.";
    }

    static string Sign(string secret, string body) =>
        "sha256="
        + Convert.ToHexStringLower(
            System.Security.Cryptography.HMACSHA256.HashData(
                Encoding.UTF8.GetBytes(secret),
                Encoding.UTF8.GetBytes(body)
            )
        );
}
