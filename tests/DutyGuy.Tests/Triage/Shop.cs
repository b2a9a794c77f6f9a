using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Intake;
using DutyGuy.Tests.Stories;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Tests.Triage;

/// <summary>A team of five with a shop that sends errors; the clock at Monday 09:00 in Paris.</summary>
sealed class Shop : IAsyncDisposable
{
    static readonly string[] Handles = ["ann", "bob", "lea", "mel", "tom"];

    Shop(DutyApp app, Sender sender, string onDuty, DutyApi duty) =>
        (App, Sender, OnDuty, Duty, Others) = (app, sender, onDuty, duty, [.. Handles.Where(h => h != onDuty)]);

    public DutyApp App { get; }
    public Sender Sender { get; }

    /// <summary>Who is on duty.</summary>
    public string OnDuty { get; }

    /// <summary>The API as who is on duty uses it.</summary>
    public DutyApi Duty { get; }

    /// <summary>The colleagues who are not on duty.</summary>
    public IReadOnlyList<string> Others { get; }

    public static async Task<Shop> Open(
        DatabaseKind kind = DatabaseKind.Sqlite,
        params (string Key, string Value)[] settings
    )
    {
        var app = await DutyApp.Start(kind, RunningDuty.Time(Team.Friday), settings);
        await Team.Create(app, Handles);
        var sender = await Sender.Of(app);
        await app.SetClock(Team.MondayMorning);
        var onDuty = await Team.OnDuty(app);
        return new Shop(app, sender, onDuty, await app.As(onDuty));
    }

    /// <summary>Sends an error and gives its number.</summary>
    public async Task<long> Error(string type, string environment = "staging", string? release = null)
    {
        await Sender.Error(type, environment, release);
        var found = (await App.Get($"errors?environment={environment}")).Items();
        return found.First(e => e.Text("title")!.StartsWith(type + ":", StringComparison.Ordinal)).Number("id");
    }

    /// <summary>Ranks people for an error, best first, as the ranking of the history would.</summary>
    public Task Suggest(long error, params string[] people) =>
        App.Part<DutyStore>()
            .Change(async db =>
            {
                await db.Suggestions.Where(s => s.ErrorId == error).ExecuteDeleteAsync();
                db.AddRange(
                    people.Select(
                        (p, i) =>
                            new Suggestion
                            {
                                ErrorId = error,
                                Rank = i + 1,
                                Person = p,
                                Score = 0.5 / (i + 1),
                                Reasons = [$"wrote line {i + 1}"],
                            }
                    )
                );
            });

    public Task<JsonElement> Poke(long error, string person) => Duty.Post($"errors/{error}/poke", new { person });

    /// <summary>Answers the newest poke about the error.</summary>
    public async Task<JsonElement> Answer(
        long error,
        string person,
        string answer,
        string? who = null,
        string? due = null
    )
    {
        var asked = (await Get(error)).Items("pokes").Last(p => p.Text("person") == person);
        var api = await App.As(person);
        return await api.Post(
            $"pokes/{asked.Number("id")}/answer",
            new
            {
                answer,
                who,
                due,
            }
        );
    }

    public Task<JsonElement> Get(long error) => App.Get($"errors/{error}");

    public Task<JsonElement> Board() => App.Board("engineering");

    /// <summary>The errors to do on the board, as "rule: title".</summary>
    public async Task<IReadOnlyList<string>> Lines() =>
        [
            .. (await Board())
                .Items("lines")
                .Where(l => l.Text("subject") is not null)
                .Select(l => $"{l.Text("rule")}: {l.Text("title")}"),
        ];

    /// <summary>Everything that was sent, by kind.</summary>
    public Task<List<OutboxMessage>> Sent(OutboxKind kind) =>
        App.Part<DutyStore>().Read(db => db.Outbox.Where(m => m.Kind == kind).OrderBy(m => m.Id).ToListAsync());

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
