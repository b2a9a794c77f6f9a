using System.Collections.Immutable;
using NodaTime;

namespace DutyGuy.Domain.Tests;

/// <summary>Keeps what passes decide, as the store does, without a store.</summary>
internal sealed class World(DutyFacts facts)
{
    long ids = 1000;

    public DutyFacts Facts { get; private set; } = facts;
    public List<NewMessage> Sent { get; } = [];

    /// <summary>Passes at an instant until nothing changes; fails when that never comes.</summary>
    public World Pass(Instant at)
    {
        Facts = Facts with { Now = at, Main = MainHistory.Of(Facts.Mains, at) };
        for (var round = 0; round < 20; round++)
        {
            var decision = DutyPass.Decide(Facts);
            if (decision.IsEmpty)
                return this;
            Keep(decision);
        }
        throw new InvalidOperationException("The pass does not come to rest.");
    }

    /// <summary>Goes from instant to instant as the clockwork does.</summary>
    public World Until(Instant end)
    {
        Pass(Facts.Now);
        while (DutyPass.Next(Facts) is { } next && next < end)
            Pass(next);
        return Pass(end);
    }

    public World Change(Func<DutyFacts, DutyFacts> change)
    {
        Facts = change(Facts);
        return this;
    }

    public void Keep(Decision decision)
    {
        foreach (var row in decision.Rows)
            Facts = Kept(row);
        foreach (var fact in decision.Facts)
            Facts = Kept(fact with { Id = ++ids });
        Sent.AddRange(decision.Messages);
        Facts = Facts with
        {
            EffectKeys = Facts.EffectKeys.Concat(decision.Messages.Select(m => m.Key)).ToImmutableHashSet(),
        };
    }

    DutyFacts Kept(object row) =>
        row switch
        {
            ChecklistRun run => Facts with { Runs = Put(Facts.Runs, Numbered(run), r => r.Id) },
            LogEntry entry => Facts with { Entries = Put(Facts.Entries, Numbered(entry), e => e.From) },
            TrackedError error => Facts with { Errors = Put(Facts.Errors, error, e => e.Id) },
            Poke poke => Facts with
            {
                Pokes = Put(Facts.Pokes, poke.Id == 0 ? poke with { Id = ++ids } : poke, p => p.Id),
            },
            Rollout rollout => Facts with { Rollouts = Put(Facts.Rollouts, rollout, r => r.Id) },
            Hold hold => Facts with { Holds = Put(Facts.Holds, hold, h => h.Id) },
            DutyTurn turn => Facts with
            {
                Rota = Facts.Rota with { PastTurns = [.. Facts.Rota.PastTurns, new(turn.Date, turn.Person)] },
            },
            _ => throw new NotSupportedException($"{row}"),
        };

    DutyFacts Kept(Fact fact) =>
        Facts with
        {
            Record = [.. Facts.Record, fact],
            Overrides = fact.Kind == FactKind.GateOverridden ? [.. Facts.Overrides, fact] : Facts.Overrides,
            MainRecorded = fact.Kind is FactKind.MainRed or FactKind.MainGreen or FactKind.MainUnseen
                ? fact.Kind
                : Facts.MainRecorded,
            PerformanceCheckedAt = fact.Kind == FactKind.PerformanceChecked ? fact.At : Facts.PerformanceCheckedAt,
        };

    ChecklistRun Numbered(ChecklistRun run) => run.Id == 0 ? run with { Id = ++ids } : run;

    LogEntry Numbered(LogEntry entry) => entry.Id == 0 ? entry with { Id = ++ids } : entry;

    static IReadOnlyList<T> Put<T, TKey>(IReadOnlyList<T> all, T row, Func<T, TKey> key) =>
        [.. all.Where(r => !Equals(key(r), key(row))), row];
}
