using System.Net.Http.Headers;
using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Intake;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Tests.StaysUp;

/// <summary>A team at work on a server that is killed: each act is one thing that somebody does, chosen by the seed.</summary>
sealed class KilledTeam(DutyProcess duty, DatabaseKind kind, Random random, Ledger ledger)
{
    public const string Duty = "engineering";
    static readonly string[] People = ["ann", "lea", "mel", "tom"];
    static readonly string[] Breaks = ["Timeout", "NullReference", "NoSlot", "BadDate", "Deadlock"];
    readonly Dictionary<string, string> tokens = new(StringComparer.Ordinal);
    Sender sender = null!;
    int made;

    /// <summary>The latest instant that the clock was asked to show.</summary>
    public Instant Now { get; private set; } = Instant.FromUtc(2026, 11, 20, 9, 0);

    public async Task SetUp()
    {
        await duty.Api.SetClock(Now);
        foreach (var handle in People)
        {
            await duty.Api.Post("people", new { handle });
            var body = new
            {
                name = handle,
                role = "engineer",
                person = handle,
            };
            tokens[handle] = (await duty.Api.Post("tokens", body)).Text("token")!;
        }
        await duty.Api.Post("duties", new { id = Duty, playbook = "engineering" });
        sender = await Sender.Of(duty.Api);
        await MoveTo(Instant.FromUtc(2026, 11, 23, 8, 0));
    }

    public Task MoveTo(Instant to)
    {
        Now = to;
        return duty.Api.SetClock(to);
    }

    /// <summary>One act; what is acknowledged goes into the ledger.</summary>
    public Task Act() =>
        random.Next(12) switch
        {
            0 or 1 => Ci(),
            2 or 3 or 4 => Break(),
            5 or 6 => Poke(),
            7 => Answer(),
            8 or 9 => Press(),
            10 => Write(),
            _ => Conclude(),
        };

    async Task Ci()
    {
        var commit = $"{++made:x8}".PadRight(40, '0');
        var status = random.Next(3) == 0 ? "failing" : "passing";
        var body = new
        {
            repository = "shop",
            branch = "main",
            commit,
            status,
        };
        if (await Done(duty.Api, HttpMethod.Post, "signals/ci", body))
            ledger.Commits.Add(commit);
    }

    async Task Break()
    {
        var id = $"{random.NextInt64():x16}{random.NextInt64():x16}";
        var environment = random.Next(2) == 0 ? "staging" : "production";
        await sender.At(duty.Api).Error(Breaks[random.Next(Breaks.Length)], environment, eventId: id);
        ledger.Events.Add(id);
    }

    async Task Poke()
    {
        var me = await OnDuty();
        await using var db = Rows.Of(kind, duty.Connection);
        var open = await db.Errors.Where(e => e.Status == ErrorStatus.Open && e.Assignee == null).ToListAsync();
        if (me is null || open.Count == 0)
            return;
        var error = open[random.Next(open.Count)].Id;
        var person = People[random.Next(People.Length)];
        if (person != me && await Done(As(me), HttpMethod.Post, $"errors/{error}/poke", new { person }))
            ledger.Pokes.Add((error, person));
    }

    async Task Answer()
    {
        await using var db = Rows.Of(kind, duty.Connection);
        var asked = await db.Pokes.Where(p => p.Answer == null).ToListAsync();
        if (asked.Count == 0)
            return;
        var poke = asked[random.Next(asked.Count)];
        var (answer, word) = random.Next(2) == 0 ? (PokeAnswer.Taken, "taken") : (PokeAnswer.NotMe, "not me");
        if (await Done(As(poke.Person), HttpMethod.Post, $"pokes/{poke.Id}/answer", new { answer = word }))
            ledger.Answers[poke.Id] = answer;
    }

    async Task Press()
    {
        var me = await OnDuty();
        await using var db = Rows.Of(kind, duty.Connection);
        var runs = await db.ChecklistRuns.Where(r => r.ClosedAt == null).ToListAsync();
        if (me is null || runs.Count == 0)
            return;
        var run = runs[random.Next(runs.Count)].Id;
        var step = (await duty.Api.Get($"checklist-runs/{run}"))
            .Items("steps")
            .FirstOrDefault(s => s.Text("state") == "open");
        if (
            step.ValueKind == JsonValueKind.Object
            && await Done(As(me), HttpMethod.Post, Path(run, step), Pressed(step))
        )
            ledger.Steps.Add((run, step.Text("id")!));
    }

    static string Path(long run, JsonElement step) => $"checklist-runs/{run}/steps/{step.Text("id")}";

    object Pressed(JsonElement step) =>
        step.Text("kind") switch
        {
            "run" => new
            {
                @do = "run",
                confirm = $"{made:x8}"[..7],
                reason = "We must",
            },
            "ask" => new { @do = "answer", answer = "no" },
            _ => new { @do = "done" },
        };

    async Task Write()
    {
        await using var db = Rows.Of(kind, duty.Connection);
        var draft = await db.LogEntries.OrderBy(e => e.Id).LastOrDefaultAsync(e => e.To == null);
        if (draft is null)
            return;
        var odd = $"Odd thing {random.Next()}";
        if (!ledger.Words.TryGetValue(draft.Id, out var sent))
            ledger.Words[draft.Id] = sent = [null!];
        sent.Add(odd);
        if (await Done(As(draft.Person), HttpMethod.Patch, $"log/{draft.Id}", new { odd }))
            sent.RemoveRange(0, sent.Count - 1);
        else
            sent.Remove(odd);
    }

    async Task Conclude()
    {
        var me = await OnDuty();
        await using var db = Rows.Of(kind, duty.Connection);
        var staging = await db
            .Errors.Where(e => e.Environment == "staging" && e.Status == ErrorStatus.Open)
            .ToListAsync();
        if (me is null || staging.Count == 0)
            return;
        var error = staging[random.Next(staging.Count)].Id;
        if (await Done(As(me), HttpMethod.Post, $"errors/{error}/conclusions", new { text = "It is the cache." }))
            ledger.Tickets.Add(error);
    }

    async Task<string?> OnDuty() => (await duty.Api.Get($"duties/{Duty}/on-duty")).Text("person");

    /// <summary>False when it was refused, which is an answer too; a defect of the server fails the test.</summary>
    static async Task<bool> Done(DutyApi who, HttpMethod method, string path, object body)
    {
        var answer = await who.Send(method, path, body);
        ((int)answer.Status).ShouldBeLessThan(500, answer.ToString());
        return (int)answer.Status < 300;
    }

    DutyApi As(string handle)
    {
        var client = new HttpClient { BaseAddress = duty.Api.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens[handle]);
        return new DutyApi(client);
    }
}
