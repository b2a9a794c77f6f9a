using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Rollouts;

/// <summary>Real, noise or unsure: detection is the software's, judgement a person's.</summary>
static class JudgeEndpoint
{
    public sealed record Body(string Endpoint, string? Metric, JudgementWord Judgement, string? Owner);

    public static async Task<IResult> Post(
        long id,
        Body body,
        Caller caller,
        DutyStore store,
        RolloutCommits commits,
        IClock clock
    )
    {
        if (caller.Person is not { } by)
            return Refusal.NotAllowed("This token belongs to no person; a person judges.").ToProblem();
        var now = clock.GetCurrentInstant();
        var judged = await store.Change(db => Judge(db, id, body, by, now));
        return (await ReadPerformance.WithSuspects(judged, id, store, commits, now)).ToResult();
    }

    static async Task<Outcome<PerformanceView>> Judge(DutyDb db, long id, Body body, string by, Instant now)
    {
        var before = await ReadPerformance.Of(db, id, now);
        if (before.Refusal is not null)
            return before;
        var rollout = await db.Rollouts.FirstAsync(r => r.Id == id);
        var duty = await db.DutyOf(rollout, now);
        if (duty is null || await db.LoadFacts(duty, now) is not { } facts)
            return Refusal.Conflict("There is no duty yet.");
        if (RolloutStart.NotOnDuty(facts, by) is { } refusal)
            return refusal;
        var line = before.Value!.Items.FirstOrDefault(i => i.Endpoint == body.Endpoint);
        if (line is null)
            return Refusal.Invalid($"“{body.Endpoint}” was not compared.", "endpoint");
        if (body.Metric is { } metric && metric != line.Metric)
            return Refusal.Invalid(
                $"“{body.Endpoint}” is told by its {line.Metric} now, not by “{metric}”. Load it again and judge what it says.",
                "metric"
            );
        if (body.Owner is { } owner && !facts.People.ContainsKey(owner))
            return Refusal.Invalid($"Nobody is called “{owner}”.", "owner");
        await db.Apply(Judged(facts, rollout, line, body, by), now);
        return await ReadPerformance.Of(db, id, now);
    }

    static Decision Judged(DutyFacts facts, Rollout rollout, PerformanceItem line, Body body, string by)
    {
        var owned = body.Owner is { } owner ? $", owner {facts.NameOf(owner)}" : "";
        var text =
            $"{facts.NameOf(by)} judged {line.Endpoint} ({line.Metric}): {Words.Of(body.Judgement)}{owned}. {line.Why}";
        return new()
        {
            Rows =
            [
                new Judgement
                {
                    RolloutId = rollout.Id,
                    Endpoint = line.Endpoint,
                    Metric = line.Metric,
                    Word = body.Judgement,
                    Owner = body.Owner,
                    By = by,
                    At = facts.Now,
                },
            ],
            Facts = [facts.Fact(FactKind.Judged, by, text, $"rollout:{rollout.Id}")],
            Messages = body.Owner is { } to && to != by ? [Told(rollout, line, to)] : [],
        };
    }

    static NewMessage Told(Rollout rollout, PerformanceItem line, string owner) =>
        new(
            OutboxKind.Assign,
            $"judged({rollout.Id}, {line.Endpoint}, {owner})",
            owner,
            $"{line.Endpoint} got worse after {rollout.Release} and is yours: {line.Why}",
            "/performance"
        );
}
