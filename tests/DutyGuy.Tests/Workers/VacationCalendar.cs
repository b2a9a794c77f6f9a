using System.Text;
using DutyGuy.Tests.Peers;

namespace DutyGuy.Tests.Workers;

/// <summary>A person's calendar on a real calendar server, used as a calendar program does.</summary>
sealed class VacationCalendar : IAsyncDisposable
{
    readonly Peer peer;

    // The server ends each connection without saying so before: a second PUT on it would race with its end.
    readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero });

    VacationCalendar(Peer peer) => this.peer = peer;

    public string Url => $"http://127.0.0.1:{peer.Port}/home/secret-part/";

    public static async Task<VacationCalendar> Start(string folder)
    {
        var calendar = new VacationCalendar(await Peer.StartAsync("radicale", folder));
        await calendar.Send("MKCOL", calendar.Url.Replace("secret-part/", "", StringComparison.Ordinal));
        await calendar.Send("MKCALENDAR", calendar.Url);
        return calendar;
    }

    /// <summary>Enters a vacation; the last day is inclusive.</summary>
    public Task Put(string name, string from, string to, string more = "") =>
        Send("PUT", $"{Url}{name}.ics", Text(name, from, to, more));

    public Task Delete(string name) => Send("DELETE", $"{Url}{name}.ics");

    public static string Text(string name, string from, string to, string more = "") =>
        $"""
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Test//EN
            BEGIN:VEVENT
            UID:{name}
            DTSTAMP:20261101T000000Z
            DTSTART;VALUE=DATE:{from.Replace("-", "")}
            DTEND;VALUE=DATE:{DateOnly.Parse(to).AddDays(1):yyyyMMdd}
            SUMMARY:{name}
            {more}
            END:VEVENT
            END:VCALENDAR

            """.Replace("\n\nEND", "\nEND").ReplaceLineEndings("\r\n");

    async Task Send(string method, string url, string? text = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        if (text is not null)
            request.Content = new StringContent(text, Encoding.UTF8, "text/calendar");
        using var answer = await http.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {url}: {answer.StatusCode}");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await peer.DisposeAsync();
    }
}
