using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Messages that go out by themselves: notices of turns, and to who is on duty what is new on the board.</summary>
static class PassNotices
{
    /// <summary>New lines are collected for so long; red main and the time of the rollout are told at once.</summary>
    static readonly Duration Slot = Duration.FromMinutes(10);

    public static Decision Due(DutyFacts facts)
    {
        var messages = TurnNotices
            .Due(facts.Rota, facts.Acts, facts.Now)
            .SelectMany(n => OfTurn(facts, n))
            .Concat(OfBoard(facts))
            .Concat(OfOwners(facts));
        return new() { Messages = [.. messages.Where(m => !facts.EffectKeys.Contains(m.Key))] };
    }

    /// <summary>When the collected lines go out.</summary>
    public static Instant? Next(DutyFacts facts) =>
        facts.OnDuty.Person is not null && Collected(facts, SlotStart(facts.Now)).Any()
            ? SlotStart(facts.Now) + Slot
            : null;

    static IEnumerable<NewMessage> OfTurn(DutyFacts facts, NoticeDue notice)
    {
        var to = notice.To is { } one
            ? [one]
            : facts.People.Values.Where(p => p.Role == Role.ProcessOwner).Select(p => p.Handle).ToList();
        return to.Select(person => new NewMessage(
            OutboxKind.Notice,
            notice.To is null ? $"{notice.Key}, {person}" : notice.Key,
            person,
            Text(facts, notice),
            notice.Kind is NoticeKind.Start or NoticeKind.NotStartedReminder ? "/" : "/rota"
        ));
    }

    static string Text(DutyFacts facts, NoticeDue notice)
    {
        var day = notice.Date.ToString("dddd d MMMM", null);
        var who = facts.NameOf(notice.Person);
        return notice.Kind switch
        {
            NoticeKind.FiveDaysBefore => $"You are on duty on {day} ({facts.Duty.Name}). Cannot? Swap it on the rota.",
            NoticeKind.DayBefore => $"Tomorrow you are on duty ({facts.Duty.Name}): {day}.",
            NoticeKind.Start => $"You are on duty now ({facts.Duty.Name}). Start your duty.",
            NoticeKind.NotStartedReminder =>
                "You are on duty and have not started. Start your duty, or ask somebody to take over.",
            NoticeKind.StandByAsked => $"{who} is not there to hold {facts.Duty.Name}. Take it?",
            _ => $"{who} has not started {facts.Duty.Name}; the stand-by was asked.",
        };
    }

    static IEnumerable<NewMessage> OfBoard(DutyFacts facts)
    {
        if (facts.OnDuty.Person is not { } person)
            yield break;
        var lines = BoardOf.Duty(facts).Lines;
        foreach (var line in lines.Where(l => l.State == LineState.Now && AtOnce(facts, l)))
            yield return new(
                OutboxKind.Notice,
                $"line({facts.Duty.Id}, {line.Rule}, {Seconds(line.Since)}, {Seconds(facts.OnDuty.From)}, {person})",
                person,
                $"{line.Title}: {line.Why}",
                "/"
            );
        var slot = SlotStart(facts.Now) - Slot;
        var collected = Collected(facts, slot).ToList();
        if (collected.Count > 0)
            yield return new(
                OutboxKind.Notice,
                $"lines({facts.Duty.Id}, {slot.ToUnixTimeSeconds()}, {person})",
                person,
                string.Join('\n', collected.Select(l => l.Title)),
                "/"
            );
    }

    static IEnumerable<BoardLine> Collected(DutyFacts facts, Instant slot) =>
        BoardOf
            .Duty(facts)
            .Lines.Where(l =>
                l.State == LineState.Now
                && l.Since >= slot
                && l.Since < slot + Slot
                && (l.Subject is not null || IsNewInTheTurn(facts, l))
            );

    /// <summary>What is there when the turn starts is seen on the board; the rest of the plain lines is told.</summary>
    static bool IsNewInTheTurn(DutyFacts facts, BoardLine line) =>
        line.Since > facts.OnDuty.From && !AtOnce(facts, line);

    /// <summary>An owned error that turns old today: its owner is asked what was found, the duty on the next working day.</summary>
    static IEnumerable<NewMessage> OfOwners(DutyFacts facts)
    {
        if (facts.OnDuty.Person is null)
            return [];
        return DutyLoop
            .Evaluate(facts.Playbook, SituationOf.Duty(facts))
            .Where(l => l.Subject is not null && l.Actions.Any(a => a.Kind == ActionKind.FileTicket))
            .Select(l => facts.Errors.First(e => e.Id.ToString() == l.Subject))
            .Where(e => e is { Assignee: not null, Baseline: false } && e.TicketLife != e.Life)
            .Where(e => !ErrorLines.TurnedOldBefore(e, facts) && Presence.Of(facts, e.Assignee!) is null)
            .Select(e => new NewMessage(
                OutboxKind.Message,
                $"conclusions({e.Id}, {e.Life}, {e.Assignee})",
                e.Assignee!,
                $"“{e.Title}” is two days old. What did you find? Write the conclusions, or hand it on.",
                $"/triage/{e.Id}"
            ));
    }

    static long? Seconds(Instant? at) => at?.ToUnixTimeSeconds();

    static bool AtOnce(DutyFacts facts, BoardLine line) =>
        line is { Subject: null, Since: not null }
        && facts.Playbook.Rules.FirstOrDefault(r => r.Id == line.Rule) is { } rule
        && (rule.While is not null || rule == Gates.RolloutRule(facts.Playbook));

    static Instant SlotStart(Instant now) =>
        Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / (long)Slot.TotalSeconds * (long)Slot.TotalSeconds);
}
