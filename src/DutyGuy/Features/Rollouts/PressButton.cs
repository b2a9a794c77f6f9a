using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace DutyGuy.Features.Rollouts;

/// <summary>The button and what follows from it.</summary>
static class PressButton
{
    /// <summary>
    /// <c>Confirm</c>: the release, or at least 4 digits of its commit. <c>Looked</c>: gates that cannot tell, by name or
    /// step, at which who presses looked. <c>NoWayBack</c>: why there is none behind what ships.
    /// </summary>
    public sealed record Press(
        string Confirm,
        string? OverrideReason,
        RolloutKind? Kind,
        IReadOnlyList<string>? Looked = null,
        string? NoWayBack = null
    );

    public sealed record DeclineBody(string Reason);

    public sealed record RollBackBody(string? Reason);

    public sealed record ExplainBody(string Reason);

    public sealed record SettleBody(SettledAs Outcome);

    /// <summary>What production serves after a command of which nobody knows how it ended.</summary>
    public enum SettledAs
    {
        Switched,
        Failed,
    }

    static readonly Refusal NoPerson = Refusal.NotAllowed(
        "This token belongs to no person, and a rollout is started by the person on duty. Use a token of theirs."
    );

    public static async Task<IResult> Post(
        string duty,
        Press press,
        Caller caller,
        RolloutActs acts,
        DutyStore store,
        IClock clock
    )
    {
        if (caller.Person is not { } by)
            return NoPerson.ToProblem();
        var asked = new RolloutPress(by, press.Confirm ?? "", press.OverrideReason, press.Kind ?? RolloutKind.Daily)
        {
            Looked = press.Looked ?? [],
            NoWayBack = press.NoWayBack,
        };
        return await acts.Press(duty, asked) switch
        {
            RolloutStarted.Begins(var rollout, _) => await Shown(rollout, store, clock, created: true),
            RolloutStarted.Already(var rollout) => await Shown(rollout, store, clock, created: false),
            RolloutStarted.Shut(var gates) => Shut(gates),
            RolloutStarted.Refused(var why) => why.ToProblem(),
            var odd => throw new InvalidOperationException($"{odd} is no outcome of a press."),
        };
    }

    public static Task<IResult> Decline(
        string duty,
        DeclineBody body,
        Caller caller,
        RolloutActs acts,
        DutyStore store,
        IClock clock
    ) => Act(caller, by => acts.Decline(duty, by, body.Reason), store, clock);

    public static Task<IResult> RollBack(
        long id,
        [FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)]
            RollBackBody? body,
        Caller caller,
        RolloutActs acts,
        DutyStore store,
        IClock clock
    ) => Act(caller, by => acts.RollBack(id, by, body?.Reason), store, clock);

    public static Task<IResult> Keep(long id, Caller caller, RolloutActs acts, DutyStore store, IClock clock) =>
        Act(caller, by => acts.Keep(id, by), store, clock);

    public static Task<IResult> Explain(
        long id,
        ExplainBody body,
        Caller caller,
        RolloutActs acts,
        DutyStore store,
        IClock clock
    ) => Act(caller, by => acts.Explain(id, by, body.Reason), store, clock);

    public static Task<IResult> Settle(
        long id,
        SettleBody body,
        Caller caller,
        RolloutActs acts,
        DutyStore store,
        IClock clock
    ) => Act(caller, by => acts.Settle(id, by, body.Outcome == SettledAs.Switched), store, clock);

    static async Task<IResult> Act(
        Caller caller,
        Func<string, Task<Outcome<Rollout>>> act,
        DutyStore store,
        IClock clock
    )
    {
        if (caller.Person is not { } by)
            return NoPerson.ToProblem();
        var done = await act(by);
        return done.Refusal is { } refusal
            ? refusal.ToProblem()
            : await Shown(done.Value!, store, clock, created: false);
    }

    internal static async Task<IResult> Shown(Rollout rollout, DutyStore store, IClock clock, bool created)
    {
        var view = await ReadRollouts.One(rollout.Id, store, clock);
        return created ? view.ToCreated(v => $"rollouts/{v.Id}") : view.ToResult();
    }

    /// <summary>409 with every gate, so that a page or program shows what is shut and why.</summary>
    static IResult Shut(IReadOnlyList<Gate> gates)
    {
        var shut = gates.Where(g => g.State != Tri.Yes).Select(g => $"{g.Name}: {g.Why}");
        var problem = new ProblemDetails
        {
            Status = 409,
            Title = "Not now.",
            Detail =
                $"Gates are shut. {string.Join(" ", shut)} Mend them, or give a reason to pass (overrideReason); "
                + "one that cannot tell passes when you looked yourself (looked).",
            Type = "about:blank",
        };
        problem.Extensions["gates"] = gates.Select(GateView.Of).ToList();
        return TypedResults.Problem(problem);
    }
}
