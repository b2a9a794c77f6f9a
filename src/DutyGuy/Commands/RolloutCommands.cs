using System.CommandLine;
using System.Text.Json;
using DutyGuy.Commands.Client;

namespace DutyGuy.Commands;

/// <summary><c>duty rollout [status|start|decline|roll-back]</c>.</summary>
static class RolloutCommands
{
    static readonly Argument<long?> Id = new("id")
    {
        Description = "The number of the rollout; else the one that runs or is watched",
        Arity = ArgumentArity.ZeroOrOne,
    };
    static readonly Option<string?> Yes = new("--yes")
    {
        Description = "The short commit that ships; asks when left out",
    };
    static readonly Option<string?> Override = new("--override") { Description = "Why shut gates are passed" };
    static readonly Option<bool> HotFix = new("--hot-fix") { Description = "Does not use up the day's rollout" };
    static readonly Option<string[]> Looked = new("--looked")
    {
        Description = "A gate that cannot tell and that you looked at yourself, by name or step; may be given often",
    };
    static readonly Option<string?> NoWayBack = new("--no-way-back")
    {
        Description = "Why there is no way back behind what ships",
    };
    static readonly Argument<string?> MendingCommit = new("commit")
    {
        Description = "The commit of main that mends what was rolled back",
        Arity = ArgumentArity.ZeroOrOne,
    };
    static readonly Option<bool> Reverted = new("--reverted") { Description = "The commit takes it back" };
    static readonly Option<string?> NotTheCode = new("--not-the-code") { Description = "What it was, in a sentence" };
    static readonly Option<string?> Why = new("--reason") { Description = "Why; it may be told later" };
    static readonly Option<string> Reason = new("--reason")
    {
        Description = "Why there is none today",
        Required = true,
    };

    public static Command Create()
    {
        var command = ServerVerb.Of("rollout", "Ship, watch and roll back", [ServerVerb.Duty], Status);
        command.Add(ServerVerb.Of("status", "What runs, or what would ship", [Id, ServerVerb.Duty], Status));
        command.Add(
            ServerVerb.Of(
                "start",
                "Ship what is shown",
                [Yes, Override, Looked, NoWayBack, HotFix, ServerVerb.Duty],
                Start
            )
        );
        command.Add(ServerVerb.Of("decline", "No rollout today", [Reason, ServerVerb.Duty], Decline));
        command.Add(
            ServerVerb.Of("keep", "It stays, although the watch found something or could not tell", [Id], Keep)
        );
        command.Add(ServerVerb.Of("roll-back", "Go back to the version before", [Id, Why], RollBack));
        command.Add(
            ServerVerb.Of(
                "mended",
                "Say what mended what was rolled back",
                [MendingCommit, Reverted, NotTheCode, ServerVerb.Duty],
                Mended
            )
        );
        return command;
    }

    static async Task Status(Asked asked)
    {
        var id = asked.Get(Id) ?? await Running(asked);
        if (id is null)
            await ShowNext(asked);
        else
            await Show(asked, await asked.Api.Get($"rollouts/{id}"));
    }

    static async Task Start(Asked asked)
    {
        var duty = await asked.Duty();
        var body = new
        {
            confirm = asked.Get(Yes) ?? await AskCommit(asked, duty),
            overrideReason = asked.Get(Override),
            kind = asked.Get(HotFix) ? "hot fix" : "daily",
            looked = asked.Get(Looked) ?? [],
            noWayBack = asked.Get(NoWayBack),
        };
        await Show(asked, await asked.Api.Post($"duties/{duty.Id}/rollouts", body));
    }

    /// <summary>Shows what ships and has its commit typed; a program says it by --yes.</summary>
    static async Task<string> AskCommit(Asked asked, DutyShown duty)
    {
        RolloutText.Next(Console.Error, await asked.Api.Get($"rollouts/next?duty={duty.Id}"));
        await Console.Error.WriteAsync("Type the commit to ship it, or nothing to leave it: ");
        return await Console.In.ReadLineAsync() is { Length: > 0 } typed
            ? typed.Trim()
            : throw new CommandRefused(
                $"{Environment.NewLine}Nothing was shipped. Type the commit, or give it with --yes COMMIT."
            );
    }

    static async Task Decline(Asked asked)
    {
        var duty = await asked.Duty();
        var done = await asked.Api.Post($"duties/{duty.Id}/rollouts/decline", new { reason = asked.Get(Reason) });
        asked.Answer(done, $"No rollout today: {asked.Get(Reason)}");
    }

    static async Task RollBack(Asked asked)
    {
        var id =
            asked.Get(Id)
            ?? await Running(asked)
            ?? throw new CommandRefused("No rollout runs or is watched. Say which: duty rollout roll-back ID.");
        await Show(asked, await asked.Api.Post($"rollouts/{id}/roll-back", new { reason = asked.Get(Why) }));
    }

    static async Task Keep(Asked asked)
    {
        var id =
            asked.Get(Id)
            ?? (await asked.Api.Get("rollouts"))
                .Items()
                .Where(r => r.Text("status") is "undecided" or "unknown")
                .Select(r => (long?)r.GetProperty("id").GetInt64())
                .FirstOrDefault()
            ?? throw new CommandRefused("Nothing is to decide. Say which: duty rollout keep ID.");
        await Show(asked, await asked.Api.Post($"rollouts/{id}/keep", new { }));
    }

    static async Task Mended(Asked asked)
    {
        var hold = (await Next(asked)).Part("rejected") is { } rejected
            ? rejected.GetProperty("hold").GetInt64()
            : throw new CommandRefused("Nothing was rolled back that is not mended.");
        var text = asked.Get(NotTheCode);
        var how =
            text is not null ? "not the code"
            : asked.Get(Reverted) ? "reverted"
            : "fixed";
        var done = await asked.Api.Post(
            $"holds/{hold}/lift",
            new
            {
                how,
                commit = asked.Get(MendingCommit),
                text,
            }
        );
        asked.Answer(done, done.Text("liftedWhy"));
    }

    static Task<JsonElement> Next(Asked asked) =>
        asked.Api.Get(
            "rollouts/next" + (asked.Get(ServerVerb.Duty) is { } duty ? $"?duty={Uri.EscapeDataString(duty)}" : "")
        );

    static async Task ShowNext(Asked asked)
    {
        var next = await Next(asked);
        asked.Answer(next, () => RolloutText.Next(asked.Out, next));
    }

    static async Task Show(Asked asked, JsonElement rollout)
    {
        var by = rollout.TextOrNull("startedBy") is { } person ? await asked.NameOf(person) : null;
        asked.Answer(rollout, () => RolloutText.One(asked.Out, rollout, by));
    }

    /// <summary>It serves, and its watch could not tell: nothing runs any more.</summary>
    static bool IsOver(JsonElement rollout) =>
        rollout.TextOrNull("endedAt") is not null && rollout.TextOrNull("rolledBackBy") is null;

    static async Task<long?> Running(Asked asked) =>
        (await asked.Api.Get("rollouts"))
            .Items()
            .Where(r =>
                r.Text("status") is "waiting" or "deploying" or "watching" or "undecided" or "rolling back"
                || (r.Text("status") == "unknown" && !IsOver(r))
            )
            .Select(r => (long?)r.GetProperty("id").GetInt64())
            .FirstOrDefault();
}
