using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>
/// The passes of one instant, in rounds: the duties are looked at side by side, what they decide is written one duty
/// after the other; and because what one changed may concern another, all are looked at again until none decides anything.
/// </summary>
sealed class Rounds(DutyStore store, Planning planning, ILogger log)
{
    /// <summary>Passes that still change something after so many rounds are a defect; they go on with the next beat.</summary>
    const int Most = 20;

    /// <summary>
    /// The duties whose last pass broke, and why. They stand still, and the others go on; each is tried again when
    /// something changes, and with the next beat.
    /// </summary>
    public IReadOnlyDictionary<string, Exception> Broken { get; private set; } = new Dictionary<string, Exception>();

    /// <summary>Runs the duties that are due after what was left before.</summary>
    public async Task<Agenda> Run(Instant now, Agenda before)
    {
        var duties = (await store.Read(db => db.AllDuties())).Select(d => d.Id).ToList();
        var due = duties.FindAll(d => before.IsDue(d, now));
        var broken = Broken
            .Where(b => duties.Contains(b.Key) && !due.Contains(b.Key))
            .ToDictionary(StringComparer.Ordinal);
        var next = duties.ToDictionary(d => d, d => before.Duties.GetValueOrDefault(d), StringComparer.Ordinal);
        var left = await Run(now, duties, due, next, broken);
        // Told once, not with each beat; the pages say it as long as it lasts.
        foreach (var (duty, why) in broken.Where(b => !Broken.ContainsKey(b.Key)))
            log.LogError(why, "The pass of {Duty} broke; the other duties go on", duty);
        Broken = broken;
        return left;
    }

    async Task<Agenda> Run(
        Instant now,
        List<string> duties,
        List<string> due,
        Dictionary<string, Instant?> next,
        Dictionary<string, Exception> broken
    )
    {
        List<string> deciding = [];
        for (var round = 0; round < Most; round++)
        {
            var calm = store.Pulse.Changed;
            var looks = await Task.WhenAll(due.Except(broken.Keys).Select(d => Task.Run(() => Look(d, now))));
            foreach (var look in looks)
            {
                next[look.Duty] = look.Next;
                if ((look.Broken ?? (look.Decides ? await Write(look.Duty, now) : null)) is { } why)
                    broken[look.Duty] = why;
            }
            deciding = [.. looks.Where(l => l.Decides).Select(l => l.Duty)];
            if (deciding.Count == 0 && !await Renew(duties.Count, [.. looks.Select(l => l.Facts).OfType<DutyFacts>()]))
                return new(next, calm);
            due = duties;
        }
        log.LogWarning("The passes of {Duties} did not come to rest", string.Join(", ", deciding));
        foreach (var duty in deciding)
            next[duty] = now + Duration.FromTimeSpan(Passes.Beat);
        return new(next, Task.CompletedTask);
    }

    /// <summary>Plans the rota anew once every duty was looked at and none decides anything; a broken one leaves it as it is.</summary>
    async Task<bool> Renew(int duties, List<DutyFacts> resting) =>
        resting.Count == duties && await planning.Renew(resting);

    async Task<Seen> Look(string duty, Instant now)
    {
        try
        {
            if (await store.Read(db => db.LoadFacts(duty, now)) is not { } facts)
                return new(duty, false, null, null, null);
            var decides = !DutyPass.Decide(facts).IsEmpty;
            return new(duty, decides, decides ? null : DutyPass.Next(facts), facts, null);
        }
        catch (Exception ofThisDuty)
        {
            return new(duty, false, null, null, ofThisDuty);
        }
    }

    /// <summary>Decides again inside the transaction, so that what came in between counts.</summary>
    async Task<Exception?> Write(string duty, Instant now)
    {
        try
        {
            await store.Change(async db =>
            {
                if (await db.LoadFacts(duty, now) is { } facts)
                    await db.Apply(DutyPass.Decide(facts), now);
            });
            return null;
        }
        catch (Exception ofThisDuty)
        {
            return ofThisDuty;
        }
    }

    /// <param name="Decides">Whether a pass changes something now; if not, <paramref name="Next"/> says when it can.</param>
    sealed record Seen(string Duty, bool Decides, Instant? Next, DutyFacts? Facts, Exception? Broken);
}
