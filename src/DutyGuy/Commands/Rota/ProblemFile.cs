using System.Text.Json;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Commands.Rota;

/// <summary>Reads a problem of the planner: <c>docs/rota.md</c> has the form. What is missing takes its usual value.</summary>
static class ProblemFile
{
    public static PlanProblem Read(JsonElement file)
    {
        var previous = file.Part("previous");
        return new(
            file.Text("name"),
            file.Date("from") ?? throw new FormatException("“from” is missing."),
            file.Date("to") ?? throw new FormatException("“to” is missing."),
            file.Whole("minGap", 0),
            [.. file.List("duties").Select(Duty)],
            [.. file.List("people").Select(Person)]
        )
        {
            AnnouncedUntil = file.Date("announcedUntil"),
            Fixed = [.. file.List("fixed").Select(Turn)],
            Previous = previous is { } plan ? [.. plan.List("turns").Select(Turn)] : [],
            PreviousShadows = previous is { } shadows ? [.. shadows.List("shadows").Select(Turn)] : [],
        };
    }

    public static AgreedTurn Turn(JsonElement turn) =>
        new(turn.Text("duty"), turn.Date("date") ?? default, turn.Text("person"));

    static PlanDuty Duty(JsonElement duty) =>
        new(duty.Text("id"))
        {
            Days = duty.Weekdays("days"),
            Holidays = duty.Dates("holidays"),
            Skill = duty.TextOrNull("skill"),
            ShadowDays = duty.Whole("shadowDays", 0),
        };

    static PlanPerson Person(JsonElement person) =>
        new(person.Text("id"))
        {
            Since = person.Date("since"),
            Until = person.Date("until"),
            Workdays = person.Weekdays("workdays"),
            Share = person.Number("share", 1),
            Absences = [.. person.List("absences").Select(Absence)],
            Holidays = person.Dates("holidays"),
            Skills = person.Words("skills") ?? new HashSet<string>(StringComparer.Ordinal),
            Duties = person.Words("duties"),
            Experience = person.Words("experience"),
            Wishes = [.. person.List("wishes").Select(Wish)],
            History = person.Part("history") is { } history
                ? history.EnumerateObject().ToDictionary(h => h.Name, h => History(h.Value), StringComparer.Ordinal)
                : new(StringComparer.Ordinal),
        };

    static DateInterval Absence(JsonElement absence)
    {
        var (from, to) = (absence.Date("from"), absence.Date("to"));
        return from <= to
            ? new(from.Value, to.Value)
            : throw new FormatException($"The absence from {from} to {to} ends before it begins.");
    }

    static PlanWish Wish(JsonElement wish) =>
        new(wish.Date("date"), (IsoDayOfWeek)wish.Whole("weekday", 0), wish.Number("weight", 0));

    static PlanHistory History(JsonElement history) =>
        new(
            history.Number("done", 0),
            history.Number("entitled", 0),
            history.Number("unpopularDone", 0),
            history.Number("unpopularEntitled", 0),
            history.Date("lastTurn")
        );
}
