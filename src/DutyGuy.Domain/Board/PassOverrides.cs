using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The process owners get the overrides of a week in one message, and none when there were none.</summary>
public static class PassOverrides
{
    /// <summary>On the first working day of the week, at this time of the duty's zone.</summary>
    static readonly LocalTime At = new(9, 0);

    /// <summary>How far back overrides are looked at: a week without working days has no message.</summary>
    public static readonly Duration Reach = Duration.FromDays(21);

    const int Weeks = 3;

    /// <summary>The message of this week, when it is time.</summary>
    public static Decision Due(DutyFacts facts)
    {
        if (facts.Overrides.Count == 0 || Of(facts, facts.Today) is not { } due || facts.Now < due)
            return Decision.None;
        var since = Before(facts, facts.Today) ?? Instant.MinValue;
        var told = facts.Overrides.Where(f => f.At >= since && f.At < due).OrderBy(f => f.At).ToList();
        if (told.Count == 0)
            return Decision.None;
        var owners = facts.People.Values.Where(p => p.Role == Role.ProcessOwner);
        var messages = owners.Select(p => Message(facts, due, told, p.Handle));
        return new() { Messages = [.. messages.Where(m => !facts.EffectKeys.Contains(m.Key))] };
    }

    /// <summary>When the next message can be due.</summary>
    public static Instant? Next(DutyFacts facts) =>
        facts.Overrides.Count == 0
            ? null
            : Enumerable
                .Range(0, Weeks)
                .Select(n => Of(facts, facts.Today.PlusWeeks(n)))
                .FirstOrDefault(at => at > facts.Now);

    static Instant? Before(DutyFacts facts, LocalDate date) =>
        Enumerable.Range(1, Weeks).Select(n => Of(facts, date.PlusWeeks(-n))).FirstOrDefault(at => at is not null);

    /// <summary>The instant of the week of a date; null when it has no working day.</summary>
    static Instant? Of(DutyFacts facts, LocalDate date) =>
        Enumerable
            .Range(0, 7)
            .Select(Monday(date).PlusDays)
            .Where(facts.Rota.Hours.IsWorkingDay)
            .Select(day => (Instant?)facts.Playbook.Zone.AtLeniently(day + At).ToInstant())
            .FirstOrDefault();

    static LocalDate Monday(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);

    static NewMessage Message(DutyFacts facts, Instant due, List<Fact> told, string to)
    {
        var zone = facts.Playbook.Zone;
        var gates = told.Count == 1 ? "A shut gate was passed" : $"Shut gates were passed {told.Count} times";
        var lines = told.Select(f => $"{f.At.InZone(zone).ToString("d MMMM HH:mm", null)} {f.Text}");
        return new(
            OutboxKind.Message,
            $"overrides({facts.Duty.Id}, {Monday(due.InZone(zone).Date):uuuu-MM-dd}, {to})",
            to,
            $"{gates} ({facts.Duty.Name}).\n{string.Join('\n', lines)}",
            "/rollout"
        );
    }
}
