using System.Collections.Concurrent;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Peers;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace DutyGuy.Tests.Workers;

/// <summary>Messages leave by mail and by webhook, with the link to their page, again after a failure and once.</summary>
public class ToTheOutside
{
    [Fact]
    public async Task A_webhook_that_fails_first_gets_it_again_under_the_same_key_and_every_attempt_is_seen()
    {
        var answers = new ConcurrentQueue<int>([503, 200]);
        await using var chat = await ChatServer.StartAsync(context =>
        {
            context.Response.StatusCode = answers.TryDequeue(out var status) ? status : 200;
            return Task.CompletedTask;
        });
        await using var duty = await DutyApp.Start(
            settings: [("webhook:url", chat.Url), ("public-address", "https://duty.example.org/")]
        );
        await Say(duty, NewMessage.Team, "Mel rolls out 3333333");
        await Seen(duty, m => m.Items("attempts").Count == 1);
        await duty.Advance("PT1M");
        var sent = await Seen(duty, m => m.Text("state") == "sent");
        sent.Items("attempts").Count.ShouldBe(2);
        sent.Text("attempts.0.error")!.ShouldContain("503");
        sent.Text("link").ShouldBe("https://duty.example.org/rollout");
        chat.Posts.Select(p => p.Key).Distinct().Count().ShouldBe(1);
        chat.Posts.Count.ShouldBe(2);
        chat.Posts[1].Body.ShouldContain("https://duty.example.org/rollout");
    }

    [Fact]
    public async Task A_mail_reaches_a_real_mail_server_with_its_link()
    {
        using var folder = new TemporaryFolder();
        await using var sink = await Peer.StartAsync("smtp", folder.In("box"));
        await using var duty = await DutyApp.Start(
            settings:
            [
                ("mail:host", "127.0.0.1"),
                ("mail:port", $"{sink.Port}"),
                ("mail:from", "Duty Guy <duty@example.org>"),
                ("public-address", "https://duty.example.org"),
            ]
        );
        await duty.Post("people", new { handle = "lea", emails = new[] { "lea@clinic.example" } });
        await Say(duty, "lea", "The reminder job times out. Why you: you wrote it.");
        await Seen(duty, m => m.Text("state") == "sent");
        var mail = await File.ReadAllTextAsync(Directory.GetFiles(folder.In("box", "new")).Single());
        mail.ShouldContain("To: lea@clinic.example");
        mail.ShouldContain("https://duty.example.org/rollout");
    }

    [Fact]
    public async Task A_mail_server_that_is_away_is_tried_again_later()
    {
        await using var duty = await DutyApp.Start(settings: [("mail:host", "127.0.0.1"), ("mail:port", "1")]);
        await duty.Post("people", new { handle = "lea", emails = new[] { "lea@clinic.example" } });
        await Say(duty, "lea", "Look at this");
        var waiting = await Seen(duty, m => m.Items("attempts").Count == 1);
        waiting.Text("state").ShouldBe("waiting");
        waiting.Text("attempts.0.error")!.ShouldContain("not reachable");
    }

    [Fact]
    public async Task What_nothing_is_connected_for_is_read_in_the_product()
    {
        await using var duty = await DutyApp.Start();
        await Say(duty, "lea", "Look at this");
        await duty.Advance("PT1S");
        (await Seen(duty, _ => true)).Text("state").ShouldBe("sent");
    }

    [Fact]
    public async Task An_engineer_sees_their_own_messages_and_the_team_s_an_administrator_all()
    {
        await using var duty = await DutyApp.Start();
        var lea = await duty.As("lea");
        await duty.As("mel");
        await Say(duty, "lea", "For Lea");
        await Say(duty, "mel", "For Mel");
        await Say(duty, NewMessage.Team, "For all");
        (await lea.Outbox()).Select(m => m.Text("text")).ShouldBe(["For Lea", "For all"]);
        (await duty.Outbox()).Select(m => m.Text("text")).ShouldBe(["For Lea", "For Mel", "For all"]);
        (await duty.Get("outbox?to=mel&kind=message")).Texts("items", "text").ShouldBe(["For Mel"]);
        (await duty.Get("outbox?kind=poke")).Number("total").ShouldBe(0);
    }

    static Task Say(DutyApp duty, string to, string text) =>
        duty.Part<DutyStore>()
            .Change(async db =>
            {
                var now = await duty.Now();
                db.Outbox.Add(
                    new(
                        0,
                        OutboxKind.Message,
                        $"say({to}, {text})",
                        to,
                        text,
                        "/rollout",
                        OutboxState.Waiting,
                        now,
                        now,
                        []
                    )
                );
            });

    static async Task<System.Text.Json.JsonElement> Seen(
        DutyApp duty,
        Func<System.Text.Json.JsonElement, bool> holds
    ) => (await duty.Until(duty.Outbox, all => holds(all[^1])))[^1];
}
