using DutyGuy.Adapters.Programs;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>One run of the command that deploys or goes back, with its output kept line by line.</summary>
sealed class RolloutCommand(RolloutClaims claims, RolloutLines lines, ServerPrograms programs, IClock clock)
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>Runs it to its end; when the server is stopped the command is ended and nobody knows how far it came.</summary>
    public async Task Run(Rollout rollout, CancellationToken stop)
    {
        using var over = new CancellationTokenSource();
        var beats = KeepBeating(rollout.Id, over.Token);
        try
        {
            var result = await RunProgram(rollout, stop);
            await claims.Close(rollout, (now, playbook) => End(now, playbook, result), result.Why);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            const string why = "the server was stopped while its command ran.";
            await claims.Close(rollout, (now, _) => RolloutLife.Unknown(now, clock.GetCurrentInstant(), why), why);
            throw;
        }
        finally
        {
            await over.CancelAsync();
            await beats;
        }
    }

    async Task<ProgramResult> RunProgram(Rollout rollout, CancellationToken stop)
    {
        var back = rollout.Status == RolloutStatus.RollingBack;
        var arguments = back ? programs.Production?.RollBack : programs.Production?.Run;
        if (arguments is null)
            return NotStarted("No command for it is configured in duty.json any more.");
        var values = new PlaceholderValues(rollout.To, rollout.From, rollout.Release, $"{rollout.Id}");
        try
        {
            var call = new ProgramCall(
                Placeholders.Fill(arguments, values),
                programs.Home,
                programs.Production!.Timeout
            );
            await using var output = lines.Of(rollout.Id);
            return await ProgramRunner.RunAsync(call, (_, line) => output.Add(line), stop);
        }
        catch (ArgumentException missing)
        {
            return NotStarted(missing.Message);
        }
    }

    static ProgramResult NotStarted(string why) => new(null, TimedOut: false, Started: false, why);

    /// <summary>A command that was ended at its timeout may have switched or not; one that failed by itself has not.</summary>
    Decision End(Rollout rollout, Playbook? playbook, ProgramResult result)
    {
        var (now, back) = (clock.GetCurrentInstant(), rollout.RolledBackBy is not null);
        return result switch
        {
            { ExitCode: 0 } when rollout.EndIsTold => RolloutAsked.Asked(
                rollout,
                now,
                NodaTime.Duration.FromTimeSpan(programs.Production!.Timeout)
            ),
            { ExitCode: 0 } when back => RolloutLife.RolledBack(rollout, now),
            { ExitCode: 0 } => RolloutLife.Switched(rollout, now, RolloutLife.WatchOf(playbook)),
            { TimedOut: false } when !back => RolloutLife.Failed(rollout, now, result.Why!),
            _ => RolloutLife.Unknown(rollout, now, result.Why!),
        };
    }

    async Task KeepBeating(long rollout, CancellationToken over)
    {
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
                await claims.Beat(rollout);
        }
        catch (OperationCanceledException)
        {
            // The command has ended.
        }
    }
}
