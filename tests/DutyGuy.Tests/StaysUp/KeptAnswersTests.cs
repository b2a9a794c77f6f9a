using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Stories;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Tests.StaysUp;

/// <summary>A server keeps what it was answered, and yet never knows less than the database.</summary>
public class KeptAnswersTests
{
    [Theory, OnBothDatabases]
    public async Task What_another_server_changes_is_seen_at_once(DatabaseKind kind)
    {
        await using var app = await DutyApp.Start(kind);
        await Team.SetUp(app);
        (await Holds(app)).ShouldBeEmpty();
        var other = new DutyStore(Database.Opener(app.Connection), new Pulse());
        await other.Change(db => db.Insert(Hold("Audit")));
        (await Holds(app)).ShouldBe(["Audit"]);
        await other.Change(db => db.Holds.ExecuteDeleteAsync());
        (await Holds(app)).ShouldBe(
            ["Audit"],
            "a statement that the context does not see says so to the mark, or is not seen"
        );
        await other.Change(db => db.Insert(Hold("Move")));
        (await Holds(app)).ShouldBe(["Move"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_change_sees_itself_and_when_it_is_taken_back_nobody_does(DatabaseKind kind)
    {
        await using var app = await DutyApp.Start(kind);
        await Team.SetUp(app);
        (await Holds(app)).ShouldBeEmpty();
        var inside = new List<string>();
        await Should.ThrowAsync<OperationCanceledException>(
            app.Part<DutyStore>()
                .Change(async db =>
                {
                    inside.AddRange(Holds((await db.LoadFacts("engineering", RunningDuty.AMonday))!));
                    await db.Insert(Hold("Audit"));
                    inside.AddRange(Holds((await db.LoadFacts("engineering", RunningDuty.AMonday))!));
                    throw new OperationCanceledException();
                })
        );
        inside.ShouldBe(["Audit"]);
        (await Holds(app)).ShouldBeEmpty();
        await app.Post("holds", new { why = "Move" });
        (await Holds(app)).ShouldBe(["Move"]);
    }

    static Hold Hold(string why) =>
        new()
        {
            Why = why,
            By = "mel",
            At = RunningDuty.AMonday,
        };

    static async Task<IEnumerable<string>> Holds(DutyApp app) =>
        Holds((await app.Part<DutyStore>().Read(db => db.LoadFacts("engineering", RunningDuty.AMonday)))!);

    static IEnumerable<string> Holds(DutyFacts facts) => facts.Holds.Select(h => h.Why);
}
