using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Access;

public class OnBothDatabases
{
    [Theory, Harness.OnBothDatabases]
    public async Task A_person_is_invited_comes_in_acts_and_is_out_after_the_last_day(DatabaseKind database)
    {
        await using var duty = await DutyApp.Start(database);
        await duty.Post("people", new { handle = "mel" });
        using var browser = new Browser(duty.Address);
        var path = new Uri((await duty.Post("people/mel/invitation")).Text("address")!).PathAndQuery;
        (await browser.Submit(path, new() { ["password"] = "a long enough sentence" })).Status.ShouldBe(302);
        (await browser.Open(path)).Status.ShouldBe(410);
        using var again = new Browser(duty.Address);
        (await again.SignIn("mel", "a long enough sentence")).Status.ShouldBe(302);
        await again.Client.Get("people/mel");
        await duty.Patch("people/mel", new { leftOn = "2026-11-23" });
        await duty.SetClock("2026-11-24T00:00:00Z");
        await again.Client.Get("people/mel", 401);
    }

    [Theory, Harness.OnBothDatabases]
    public async Task Absences_tokens_and_the_audit_are_kept(DatabaseKind database)
    {
        await using var duty = await DutyApp.Start(database);
        var mel = await duty.As("mel");
        await mel.Post("people/mel/absences", new { from = "2026-11-24", to = "2026-11-25" });
        (await mel.Get("people/mel/absences")).Items().Count.ShouldBe(1);
        await mel.Delete("people/mel/absences/2026-11-24/2026-11-25");
        (await mel.Get("people/mel/absences")).Items().ShouldBeEmpty();
        await duty.Delete($"tokens/{(await duty.Get("tokens")).Items()[^1].GetProperty("id")}");
        await mel.Refused(HttpStatusCode.Unauthorized, HttpMethod.Get, "people");
        (await duty.Get("audit")).Items()[0].Text("what")!.ShouldStartWith("DELETE /api/v1/tokens/");
    }

    [Theory, Harness.OnBothDatabases]
    public async Task Ten_equal_writes_with_one_key_at_the_same_time_make_one(DatabaseKind database)
    {
        await using var duty = await DutyApp.Start(database);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Send(duty.Http)));
        answers.ShouldBeSubsetOf([HttpStatusCode.Created, HttpStatusCode.Conflict]);
        answers.ShouldContain(HttpStatusCode.Created);
        (await duty.Get("walls")).Items().Count.ShouldBe(1);
    }

    static async Task<HttpStatusCode> Send(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/walls")
        {
            Content = JsonContent.Create(new { name = "hall" }),
        };
        request.Headers.Add("Idempotency-Key", "one");
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
