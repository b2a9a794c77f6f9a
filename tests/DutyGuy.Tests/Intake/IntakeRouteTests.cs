using System.IO.Compression;
using System.Net;
using System.Text;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Sentry;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Tests.Intake;

public class IntakeRouteTests
{
    [Theory, OnBothDatabases]
    public async Task An_event_makes_an_error_and_the_same_cause_is_counted(DatabaseKind database)
    {
        await using var duty = await DutyApp.Start(database);
        var sender = await Sender.Of(duty);
        await sender.Error("Timeout", user: "ann", release: "shop@1");
        await sender.Error("Timeout", user: "bob");
        await sender.Error("Timeout", user: "ann");
        await sender.Error("NoMoney", "production");
        var errors = await duty.Part<DutyStore>().Read(db => db.Errors.OrderBy(e => e.Id).ToListAsync());
        errors
            .Select(e => (e.Title, e.Environment, e.Events, e.Users))
            .ShouldBe([("Timeout: it broke", "staging", 3, 2), ("NoMoney: it broke", "production", 1, 0)]);
        errors[0].CreatedAt.ShouldBe(RunningDuty.AMonday);
        errors[0].FirstRelease.ShouldBe("shop@1");
    }

    [Theory, OnBothDatabases]
    public async Task The_same_event_twice_counts_once_also_after_a_restart(DatabaseKind database)
    {
        await using var duty = await DutyProcess.Start(database);
        var sender = await Sender.Of(duty.Api);
        var id = Guid.NewGuid().ToString("N");
        (await sender.Error("Timeout", user: "ann", eventId: id)).ShouldBe(id);
        await sender.Error("Timeout", eventId: id);
        await duty.Restart();
        await sender.At(duty.Api).Error("Timeout", user: "ann", eventId: id);
        var error = (await duty.Api.Get("errors")).Items().ShouldHaveSingleItem();
        error.Number("events").ShouldBe(1);
        error.Number("users").ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task An_event_counts_once_for_as_long_as_events_are_kept_also_when_it_is_not_among_the_newest(
        DatabaseKind database
    )
    {
        await using var duty = await DutyApp.Start(database);
        var (sender, other) = (await Sender.Of(duty), await Sender.Of(duty, "other"));
        var id = Guid.NewGuid();
        await sender.Error("Timeout", eventId: id.ToString("N"));
        for (var i = 0; i < 2 * 50; i++)
            await sender.Error("Timeout");
        await duty.Advance("P30D");
        await sender.Error("Timeout", eventId: id.ToString("D").ToUpperInvariant());
        await other.Error("Timeout", eventId: id.ToString("N"));
        var events = await duty.Part<DutyStore>().Read(db => db.Errors.Select(e => e.Events).ToListAsync());
        events.Order().ShouldBe([1, 101]);
        await duty.Advance("P1D");
        await sender.Error("Timeout", eventId: id.ToString("N"));
        await sender.Error("Timeout", eventId: id.ToString("N"));
        (await duty.Part<DutyStore>().Read(db => db.Errors.MaxAsync(e => e.Events))).ShouldBe(102);
    }

    [Fact]
    public void Each_event_that_was_seen_is_in_one_of_the_parts_that_are_looked_through()
    {
        var parts = Enumerable.Range(0, SeenEvent.Parts).Select(SeenEvent.Part).ToList();
        (parts[0].First, parts[^1].Last).ShouldBe((long.MinValue, long.MaxValue));
        parts.Skip(1).Select(p => p.First - 1).ShouldBe(parts.SkipLast(1).Select(p => p.Last));
        parts.ShouldAllBe(p => p.First < p.Last);
    }

    [Fact]
    public async Task A_client_of_before_2018_sends_base64_or_shows_a_picture()
    {
        await using var duty = await DutyApp.Start();
        var sender = await Sender.Of(duty);
        const string json =
            """{"sentry.interfaces.Exception":{"type":"Timeout","value":"it broke"},"level":"critical"}""";
        using var packed = new MemoryStream();
        await using (var zlib = new ZLibStream(packed, CompressionMode.Compress, leaveOpen: true))
            await zlib.WriteAsync(Encoding.UTF8.GetBytes(json));
        using var content = new StringContent(Convert.ToBase64String(packed.ToArray()));
        content.Headers.ContentType = new("application/octet-stream");
        using var answer = await sender.Send(content, route: "store");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var data = Uri.EscapeDataString(json);
        var address = $"/api/{sender.Project}/store/?sentry_version=4&sentry_key={sender.Key}&sentry_data={data}";
        using var picture = await duty.Nobody.Http.GetAsync(address);
        picture.StatusCode.ShouldBe(HttpStatusCode.OK, await picture.Content.ReadAsStringAsync());
        var error = await duty.Part<DutyStore>().Read(db => db.Errors.SingleAsync());
        (error.Title, error.Events).ShouldBe(("Timeout: it broke", 2));
    }

    [Theory]
    [InlineData("browser8-event")]
    [InlineData("browser11-event")]
    [InlineData("node7-event")]
    [InlineData("dotnet6-event-logged-error")]
    public async Task S20_an_event_of_an_official_SDK_as_it_was_recorded_yields_an_error(string name)
    {
        await using var duty = await DutyApp.Start();
        var sender = await Sender.Of(duty);
        using var content = new ByteArrayContent(Capture.Body(name));
        using var answer = await sender.Send(content);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await duty.Part<DutyStore>().Read(db => db.Errors.CountAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData("dotnet6-transaction")]
    [InlineData("node11-span-v2")]
    public async Task Timings_become_minutes_that_a_later_batch_adds_to(string name)
    {
        await using var duty = await DutyApp.Start();
        var sender = await Sender.Of(duty);
        for (var i = 0; i < 2; i++)
        {
            using var content = new ByteArrayContent(Capture.Body(name));
            (await sender.Send(content)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        var minutes = await duty.Part<DutyStore>().Read(db => db.Minutes.ToListAsync());
        minutes.ShouldNotBeEmpty();
        minutes.ShouldAllBe(m => m.ToMinute().Histogram.Count == m.Count && m.Minute <= RunningDuty.AMonday);
        minutes.Sum(m => m.Count).ShouldBe(2 * Capture.Read(name).Timings.Sum(t => t.Weight ?? 1));
        (await duty.Part<DutyStore>().Read(db => db.ProjectEnvironments.ToListAsync())).ShouldAllBe(e => e.Timings);
    }

    [Fact]
    public async Task The_store_route_takes_compressed_chunks_without_a_type()
    {
        await using var duty = await DutyApp.Start();
        var sender = await Sender.Of(duty);
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            await gzip.WriteAsync("""{"level":"error","message":"no stock"}"""u8.ToArray());
        packed.Position = 0;
        using var content = new StreamContent(new Unknown(packed));
        using var answer = await sender.Send(content, route: "store");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        (await duty.Part<DutyStore>().Read(db => db.Errors.SingleAsync())).Title.ShouldBe("no stock");
    }

    [Theory]
    [InlineData("", 401)]
    [InlineData("Sentry sentry_key=00000000000000000000000000000000", 403)]
    public async Task Without_the_right_key_nothing_is_taken(string auth, int status)
    {
        await using var duty = await DutyApp.Start();
        var sender = await Sender.Of(duty);
        using var answer = await sender.Send(Sender.Envelope("Timeout"), auth);
        ((int)answer.StatusCode).ShouldBe(status);
        using var unknown = await new Sender(duty.Nobody.Http, 999, sender.Key).Send(Sender.Envelope("Timeout"));
        unknown.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await duty.Part<DutyStore>().Read(db => db.Errors.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Too_large_is_413_and_broken_is_400_with_the_reason()
    {
        await using var duty = await DutyApp.Start();
        var sender = await Sender.Of(duty);
        using var large = await sender.Send(new string('x', 6_000_000));
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var bomb = new MemoryStream();
        await using (var gzip = new GZipStream(bomb, CompressionMode.Compress, leaveOpen: true))
            await gzip.WriteAsync(new byte[21_000_000]);
        using var content = new ByteArrayContent(bomb.ToArray());
        using var unpacked = await sender.Send(content);
        unpacked.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var broken = await sender.Send("not an envelope");
        broken.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await broken.Content.ReadAsStringAsync()).ShouldContain("header");
    }

    [Fact]
    public async Task Who_sends_too_much_is_told_how_long_to_wait()
    {
        await using var duty = await DutyApp.Start(settings: ("intake:per-minute", "3"));
        var (loud, other) = (await Sender.Of(duty), await Sender.Of(duty, "other"));
        for (var i = 0; i < 3; i++)
            await loud.Error("Timeout");
        using var answer = await loud.Send(Sender.Envelope("Timeout"));
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        var seconds = answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
        seconds.ShouldBeInRange(1, 60);
        answer.Headers.GetValues("X-Sentry-Rate-Limits").ShouldBe([$"{seconds}::project"]);
        await other.Error("Timeout");
    }

    [Fact]
    public async Task A_browser_of_any_origin_may_send_to_the_intake_and_to_nothing_else()
    {
        await using var duty = await DutyApp.Start();
        var sender = await Sender.Of(duty);
        using var asked = new HttpRequestMessage(HttpMethod.Options, $"/api/{sender.Project}/envelope/");
        asked.Headers.Add("Origin", "https://shop.example");
        using var preflight = await duty.Nobody.Http.SendAsync(asked);
        preflight.IsSuccessStatusCode.ShouldBeTrue();
        preflight.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        using var sent = await sender.Send(Sender.Envelope("Timeout"));
        sent.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        using var elsewhere = await duty.Http.GetAsync("/api/v1/projects");
        elsewhere.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task An_error_is_a_fact_of_the_duty_that_looks_after_the_project()
    {
        await using var duty = await DutyApp.Start();
        await duty.Post("duties", new { id = "devops", playbook = "devops" });
        await (await Sender.Of(duty)).Error("Timeout");
        var fact = await duty.Part<DutyStore>().Read(db => db.Facts.SingleAsync(f => f.Kind == FactKind.ErrorSeen));
        (fact.Duty, fact.Subject, fact.Text).ShouldBe(
            ("devops", "error:1", "New error in staging: “Timeout: it broke”.")
        );
    }

    /// <summary>A stream whose length nobody knows, so that it is sent in chunks.</summary>
    sealed class Unknown(Stream inner) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
