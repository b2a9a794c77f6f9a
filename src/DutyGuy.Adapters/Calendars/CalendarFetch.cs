using System.Net;
using System.Text;
using DutyGuy.Adapters.Webhooks;

namespace DutyGuy.Adapters.Calendars;

/// <summary>Asks for a calendar. Its address is a secret: reasons name the host alone.</summary>
/// <param name="ownHosts">Hosts of the own network that may be asked, also by http.</param>
public sealed class CalendarFetch(IReadOnlySet<string> ownHosts, TimeSpan? timeout = null) : IDisposable
{
    /// <summary>More is no calendar of absences.</summary>
    public const int Largest = 5_000_000;

    private const int MostRedirects = 5;
    private const int LongestVersion = 200;

    private readonly TimeSpan _timeout = timeout ?? TimeSpan.FromSeconds(20);

    // Redirects are followed by hand, within the host.
    private readonly HttpClient _http = OutgoingHttp.Client(
        (context, cancel) =>
            AllowedAddress.ConnectAsync(
                context,
                ownHosts.Contains(context.DnsEndPoint.Host) ? AllowedAddress.Allows : PublicAddress.Is,
                cancel
            )
    );

    /// <summary>One attempt. Never throws but when cancelled.</summary>
    /// <param name="etag">The version that is known; null asks for all.</param>
    public async Task<CalendarAnswer> GetAsync(string url, string? etag, CancellationToken cancel = default)
    {
        var address = new Uri(url);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_timeout);
        try
        {
            return await Follow(address, etag, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Failed($"{address.Host} did not send the calendar within {_timeout.TotalSeconds:0} seconds.");
        }
        catch (HttpRequestException e) when (e.InnerException is RefusedAddressException)
        {
            return Failed(
                $"{address.Host} is in the server's own network. Who runs the server can allow it: “calendar-hosts” in duty.json."
            );
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Failed($"{address.Host} is not reachable ({OutgoingHttp.Cause(e)}).");
        }
    }

    private async Task<CalendarAnswer> Follow(Uri address, string? etag, CancellationToken cancel)
    {
        var at = address;
        for (var redirects = 0; ; redirects++)
        {
            using var request = Request(at, address.UserInfo, etag);
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308))
                return await Read(answer, address.Host, cancel);
            if (!Uri.TryCreate(at, answer.Headers.Location, out var next))
                return Failed($"{address.Host} points to another address, but names none. Enter the final address.");
            if (next.Host != address.Host || next.Port != address.Port || next.Scheme != address.Scheme)
                return Failed($"{address.Host} points to another address, at {next.Host}. Enter the final address.");
            if (redirects == MostRedirects)
                return Failed($"{address.Host} points from one address to the next without end. Enter the final one.");
            at = next;
        }
    }

    private static HttpRequestMessage Request(Uri at, string user, string? etag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, at);
        request.Headers.Accept.ParseAdd("text/calendar, */*;q=0.1");
        if (etag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (user.Length > 0)
            request.Headers.Authorization = OutgoingHttp.Basic(Uri.UnescapeDataString(user));
        return request;
    }

    private static async Task<CalendarAnswer> Read(HttpResponseMessage answer, string host, CancellationToken cancel)
    {
        if (answer.StatusCode == HttpStatusCode.NotModified)
            return new CalendarAnswer.Unchanged();
        if (!answer.IsSuccessStatusCode)
            return Failed(Refused(host, (int)answer.StatusCode));
        using var body = new MemoryStream();
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        var part = new byte[81920];
        while (await stream.ReadAsync(part, cancel) is > 0 and var read)
        {
            if (body.Length + read > Largest)
                return Failed($"{host} sends more than {Largest / 1_000_000} MB. Enter a calendar of absences alone.");
            body.Write(part, 0, read);
        }
        return new CalendarAnswer.Whole(
            Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length),
            answer.Headers.ETag?.ToString() is { Length: <= LongestVersion } version ? version : null
        );
    }

    private static string Refused(string host, int status) =>
        status switch
        {
            401 or 403 =>
                $"{host} does not let us read the calendar ({status}). Enter its secret address, or publish it.",
            404 or 410 => $"{host} has no such calendar any more ({status}). Enter its address anew.",
            429 or >= 500 => $"{host} answers {status} for now. It is asked again in a quarter of an hour.",
            _ => $"{host} answers {status}. Is the address whole?",
        };

    private static CalendarAnswer.Failed Failed(string why) => new(why);

    public void Dispose() => _http.Dispose();
}
