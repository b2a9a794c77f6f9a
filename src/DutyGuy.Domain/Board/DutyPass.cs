using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// What the software does by itself at one moment: it records turns and main's colour, opens and closes checklists,
/// hands on unanswered pokes, ends watches and holds, tells people, writes entries. It never pokes, assigns or files.
/// </summary>
public static class DutyPass
{
    /// <summary>All that is due now; nothing when nothing changed.</summary>
    public static Decision Decide(DutyFacts facts) =>
        PassTurns.Due(facts)
        + MainFacts(facts)
        + PipelinesEnded(facts)
        + PassRuns.Due(facts)
        + Unanswered.HandedOn(facts)
        + RolloutAsked.Overdue(facts.Rollouts.Where(r => IsMine(r, facts)), facts.Now)
        + (PassContradiction.Due(facts) is { IsEmpty: false } contradiction ? contradiction : PassAlarm.Due(facts))
        + HoldsExpired(facts)
        + PassNotices.Due(facts)
        + PassOverrides.Due(facts)
        + PassEntries.Due(facts);

    /// <summary>The next instant at which time alone can change anything; null when only facts can.</summary>
    public static Instant? Next(DutyFacts facts)
    {
        var instants = new List<Instant?>
        {
            DutyLoop.NextChange(facts.Playbook, SituationOf.Duty(facts)),
            facts.Main.Now.NextChange,
            TurnNotices.NextInstant(facts.Rota, facts.Acts, facts.Now, facts.WatchedUntil),
            PassNotices.Next(facts),
            PassOverrides.Next(facts),
        };
        instants.AddRange(
            facts.Pokes.Where(p => p.Answer is null && p.ErrorId is not null).Select(p => (Instant?)p.AnswerBy)
        );
        instants.AddRange(facts.Holds.Select(h => h.Until));
        instants.AddRange(facts.Rollouts.Select(r => r.WordUntil));
        instants.AddRange(facts.Nobodys.Select(n => n.Main.NextChange));
        instants.AddRange(facts.Rollouts.Where(r => r.Status == RolloutStatus.Watching).Select(r => r.WatchUntil));
        instants.Add(PassContradiction.NextLook(facts));
        instants.AddRange(facts.Runs.Where(r => r.ClosedAt is null).SelectMany(r => PassRuns.WaitsEnd(facts, r)));
        instants.Add(HouseRules.LaterToday(facts.Rota.Hours, facts.Today));
        instants.Add(UnseenProduction.Next(facts));
        return instants.Where(i => i > facts.Now).Min();
    }

    static Decision MainFacts(DutyFacts facts)
    {
        var main = facts.Main.Now;
        var kind = main.Colour switch
        {
            MainColour.Failing => FactKind.MainRed,
            MainColour.Unknown => FactKind.MainUnseen,
            MainColour.Passing when facts.MainRecorded is not null => FactKind.MainGreen,
            _ => (FactKind?)null,
        };
        if (kind is null || kind == facts.MainRecorded)
            return Decision.None;
        var red = RedInterval.Last(facts);
        var text = kind switch
        {
            FactKind.MainRed => "Main turned red.",
            FactKind.MainUnseen => "Main cannot be seen.",
            _ when facts.MainRecorded == FactKind.MainRed && red is not null =>
                $"Main is green again after {red.Minutes} minutes of red.",
            _ => "Main is green.",
        };
        var fact = facts.Fact(kind.Value, "ci", text, "main") with
        {
            Data = RedInterval.Data(kind == FactKind.MainRed || facts.MainRecorded == FactKind.MainRed ? red : null),
        };
        return new() { Facts = [fact] };
    }

    /// <summary>Nobody waits any more for a pipeline that passed last and fell silent; that is told, not only done.</summary>
    static Decision PipelinesEnded(DutyFacts facts)
    {
        var ended = facts.Mains.SelectMany(m => m.EndedByThemselves(facts.Now)).ToList();
        return new()
        {
            Rows = ended,
            Facts =
            [
                .. ended.Select(e =>
                    facts.Fact(
                        FactKind.Source,
                        "ci",
                        $"{e.Words} passed last and has not told of the {ExpectedPipelines.InARow} newest commits: nobody waits for it any more.",
                        e.Repository
                    )
                ),
            ],
        };
    }

    static bool IsMine(Rollout rollout, DutyFacts facts) => rollout.Duty is null || rollout.Duty == facts.Duty.Id;

    static Decision HoldsExpired(DutyFacts facts)
    {
        var over = facts.Holds.Where(h => h.LiftedAt is null && h.Until <= facts.Now).ToList();
        return new()
        {
            Rows = [.. over.Select(h => h with { LiftedAt = h.Until, LiftedBy = "by itself", LiftedWhy = "expired" })],
            Facts = [.. over.Select(h => facts.Fact(FactKind.HoldLifted, "by itself", $"The hold “{h.Why}” expired."))],
        };
    }
}
