using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Messages that go out by themselves: notices of turns, and to who is on duty what is new on the board.</summary>
static class PassNotices
{
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
            ? SlotStart(facts.Now) + HouseRules.CollectFor
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
                $"{FullStop.Without(line.Title)}: {line.Why}",
                "/"
            );
        var slot = SlotStart(facts.Now) - HouseRules.CollectFor;
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
                && l.Since < slot + HouseRules.CollectFor
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
            .Select(l => (l.Rule, Error: facts.Errors.First(e => e.Id.ToString() == l.Subject)))
            .Where(l => l.Error is { Assignee: not null, Baseline: false } && l.Error.TicketLife != l.Error.Life)
            .Where(l => !ErrorLines.TurnedOldBefore(l.Rule, l.Error, facts))
            .Where(l => Presence.Of(facts, l.Error.Assignee!) is null)
            .Select(l => AskOwner(l.Rule, l.Error, facts.Now));
    }

    static NewMessage AskOwner(Rule rule, TrackedError error, Instant now)
    {
        var old = ErrorAsks.OldSince(rule, error, now) - error.CreatedAt;
        var age = old > Duration.Zero ? $" is {PlaybookSentences.Of(old)} old" : " is to be written up";
        return new(
            OutboxKind.Message,
            $"conclusions({error.Id}, {error.Life}, {error.Assignee})",
            error.Assignee!,
            $"“{error.Title}”{age}. What did you find? Write the conclusions, or hand it on.",
            $"/triage/{error.Id}"
        );
    }

    static long? Seconds(Instant? at) => at?.ToUnixTimeSeconds();

    static bool AtOnce(DutyFacts facts, BoardLine line) =>
        line is { Subject: null, Since: not null }
        && facts.Playbook.Rules.FirstOrDefault(r => r.Id == line.Rule) is { } rule
        && (rule.While is not null || RuleUses.Of(facts.Playbook, rule) == RuleUse.Rollout);

    static Instant SlotStart(Instant now) =>
        Instant.FromUnixTimeSeconds(
            now.ToUnixTimeSeconds()
                / (long)HouseRules.CollectFor.TotalSeconds
                * (long)HouseRules.CollectFor.TotalSeconds
        );
}
