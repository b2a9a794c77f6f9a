using DutyGuy.Commands;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Board;

/// <summary>The form of an empty installation: the first people, and the duty with the playbook that ships.</summary>
static class SetUp
{
    public static void Map(WebApplication app) => app.MapPost("/set-up", Handle).Needs(Role.Administrator);

    static async Task<IResult> Handle(HttpRequest request, Caller caller, DutyStore store, IClock clock)
    {
        var text = (await request.ReadFormAsync()).Text("people") ?? "";
        var now = clock.GetCurrentInstant();
        return Form.Done(
            await store.Change(db => Start(db, text, caller.Name, now)),
            "/",
            "The team is here. The rota starts with the next working day."
        );
    }

    static async Task<Outcome<int>> Start(DutyDb db, string text, string by, Instant now)
    {
        var team = PeopleCsv.Read(TeamText.ToCsv(text), await db.People.ToListAsync(), now.InUtc().Date);
        if (team.Wrong.Count > 0)
            return Refusal.Invalid(
                $"Line {team.Wrong[0].Line - 1}: {team.Wrong[0].Why} Nothing was written.",
                "people"
            );
        foreach (var person in team.Added)
            await db.Insert(person with { AddedAt = now });
        if (!await db.Duties.AnyAsync())
            await AddEngineering(db, by, now);
        return team.Added.Count;
    }

    static Task AddEngineering(DutyDb db, string by, Instant now)
    {
        var files = PlaybookFolder.Files(PlaybookFolder.Shipped("engineering"));
        var playbook = PlaybookParser.Parse(files).Playbook!;
        var duty = new Duty
        {
            Id = playbook.Id,
            Name = playbook.Name,
            CreatedAt = now,
        };
        return db.AddDuty(duty, playbook, files, by, now);
    }
}
