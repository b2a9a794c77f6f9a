using System.Net.Http.Json;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Adapters.Webhooks;

/// <summary>Posts a message to a chat. The address is a secret: reasons name its host alone.</summary>
public sealed class OutgoingWebhook(TimeSpan? timeout = null) : IDisposable
{
    private static readonly Duration LongestWish = Duration.FromHours(1);
    private readonly TimeSpan _timeout = timeout ?? TimeSpan.FromSeconds(15);

    private readonly HttpClient _http = OutgoingHttp.Client();

    /// <summary>One attempt. Never throws but when cancelled.</summary>
    /// <param name="key">The message's key for ever, sent as Idempotency-Key.</param>
    public async Task<SendOutcome> SendAsync(
        string url,
        string text,
        string? link,
        string key,
        CancellationToken cancel = default
    )
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return new SendOutcome.Refused(
                "The address of the webhook must begin with https:// (or http:// within the own network)."
            );

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address);
            request.Content = JsonContent.Create(new { text = WebhookText.Of(text, link) });
            // Slack and its like refuse chunked bodies.
            await request.Content.LoadIntoBufferAsync(limit.Token);
            request.Headers.TryAddWithoutValidation("Idempotency-Key", Uri.EscapeDataString(key));
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return Outcome(answer, address.Host);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new SendOutcome.TryLater($"{address.Host} did not answer within {_timeout.TotalSeconds:0} seconds.");
        }
        catch (HttpRequestException e) when (e.InnerException is RefusedAddressException)
        {
            return new SendOutcome.Refused(
                $"{address.Host} is an address of this machine's cloud or link and not posted to."
            );
        }
        catch (HttpRequestException e)
        {
            return new SendOutcome.TryLater($"{address.Host} is not reachable ({OutgoingHttp.Cause(e)}).");
        }
    }

    private static SendOutcome Outcome(HttpResponseMessage answer, string host) =>
        (int)answer.StatusCode switch
        {
            >= 200 and < 300 => new SendOutcome.Taken(),
            408 or 425 or 429 or >= 500 => new SendOutcome.TryLater(
                $"{host} answers {(int)answer.StatusCode} for now.",
                Wish(answer)
            ),
            404 or 410 => new SendOutcome.Refused(
                $"{host} answers {(int)answer.StatusCode}: the webhook is gone, make a new one there."
            ),
            >= 300 and < 400 => new SendOutcome.Refused(
                $"{host} points elsewhere ({(int)answer.StatusCode}): enter the final address."
            ),
            var code => new SendOutcome.Refused(
                $"{host} refuses the message ({code}). Is the address of the webhook whole?"
            ),
        };

    private static Duration? Wish(HttpResponseMessage answer)
    {
        var after = answer.Headers.RetryAfter;
        var wish = after?.Delta ?? after?.Date - (answer.Headers.Date ?? after?.Date);
        return wish > TimeSpan.Zero ? Duration.Min(LongestWish, Duration.FromTimeSpan(wish.Value)) : null;
    }

    public void Dispose() => _http.Dispose();
}
