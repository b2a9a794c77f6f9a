using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Features.Duties;

/// <summary>The form of a duty's days without duty.</summary>
static class DaysOffForms
{
    public static void Map(WebApplication app)
    {
        var form = app.MapGroup("/duties/{duty}/days-off").Needs(Role.ProcessOwner);
        form.MapGet(
            "",
            (string duty, HttpContext http, Caller caller, DutyStore store) => Show(duty, http, caller, store, null)
        );
        form.MapPost("", Keep);
    }

    static async Task<IResult> Show(string id, HttpContext http, Caller caller, DutyStore store, Refusal? refusal)
    {
        if (await store.Read(db => db.Duties.FirstOrDefaultAsync(d => d.Id == id)) is not { } duty)
            return await Page.NotFound(http, caller, ReadDuties.NoSuch(id).Detail);
        var kept = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["holidays"] = duty.Holidays,
            ["closedOn"] = string.Join(", ", duty.ClosedOn.Select(LocalDatePattern.Iso.Format)),
        };
        var state = await FormState.Load(http, caller, refusal, kept);
        return Page.Of<DaysOffPage>(new { State = state, Duty = duty }, refusal is null ? 200 : Page.Status(refusal));
    }

    static async Task<IResult> Keep(string duty, HttpContext http, Caller caller, DutyStore store, IClock clock)
    {
        var form = await http.Request.Fields();
        if (form.AsksForRegions())
            return await Show(duty, http, caller, store, form.NoCountry());
        var dates = Dates(form.Text("closedOn"));
        if (dates.Value is not { } closedOn)
            return await Show(duty, http, caller, store, dates.Refusal);
        var change = new DutyChange(null, null, null, null, closedOn, form.Holidays() ?? "");
        var now = clock.GetCurrentInstant();
        var changed = await store.Change(db => ChangeDuty.Change(db, duty, change, caller.Name, now));
        return changed.Refusal is { } refusal
            ? await Show(duty, http, caller, store, refusal)
            : new DoneThere($"/rota?duty={duty}", "Kept. Turns move by themselves.");
    }

    static Outcome<LocalDate[]> Dates(string? written)
    {
        var read = (written ?? "")
            .Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(text => (Text: text, Date: LocalDatePattern.Iso.Parse(text)))
            .ToList();
        return read.FirstOrDefault(r => !r.Date.Success).Text is { } wrong
            ? Refusal.Invalid($"“{wrong}” is not a date. Write for instance 2026-12-24.", "closedOn")
            : read.Select(r => r.Date.Value).Distinct().Order().ToArray();
    }
}
