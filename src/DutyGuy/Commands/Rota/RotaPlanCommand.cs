using System.CommandLine;
using System.Globalization;
using DutyGuy.Domain;

namespace DutyGuy.Commands.Rota;

/// <summary><c>duty rota plan</c>: plans a problem.</summary>
static class RotaPlanCommand
{
    const double UsualSeconds = 5;

    static readonly Option<string> Out = RotaFiles.Out("Where the plan goes; a first valid one is there at once");
    static readonly Option<double?> Seconds = new("--seconds")
    {
        Description = "Processor seconds to search for a better plan; 5 when left out",
    };
    static readonly Option<long?> Steps = new("--steps")
    {
        Description = "Changes to look at instead: the same problem then gives the same plan on every machine",
    };

    public static Command Create()
    {
        var command = new Command("plan", "Plan who is on duty when, from a file")
        {
            RotaFiles.Problem,
            Out,
            Seconds,
            Steps,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(Seconds) is not null && given.GetValue(Steps) is not null)
                given.AddError("Give --seconds or --steps, not both.");
        });
        command.SetAction((parsed, stop) => RotaFiles.Act(parsed, () => Task.Run(() => Plan(parsed, stop))));
        return command;
    }

    static int Plan(ParseResult parsed, CancellationToken stop)
    {
        var problem = RotaFiles.ReadProblem(parsed.GetRequiredValue(RotaFiles.Problem));
        var path = parsed.GetRequiredValue(Out);
        var clock = new ProcessorTime();
        var planner = new RotaPlanner(problem);
        PlanFile.Write(path, planner.Plan);
        var first = clock.Seconds;
        planner.Improve(Limit(parsed, clock, stop));
        var plan = planner.Plan;
        PlanFile.Write(path, plan);
        parsed.InvocationConfiguration.Output.WriteLine(Sentence(plan, planner.Worth, first, clock.Seconds));
        return 0;
    }

    // Stopped by hand: the best so far is written.
    static PlanLimit Limit(ParseResult parsed, ProcessorTime clock, CancellationToken stop)
    {
        var limit = parsed.GetValue(Steps) is { } steps
            ? PlanLimit.Steps(steps)
            : clock.Limit(parsed.GetValue(Seconds) ?? UsualSeconds);
        return new(done => stop.IsCancellationRequested ? 1 : limit.Spent(done));
    }

    static string Sentence(RotaPlan plan, PlanParts worth, double first, double all)
    {
        var parts = string.Create(
            CultureInfo.InvariantCulture,
            $"counts {worth.Counts:0.0}, unpopular {worth.Unpopular:0.0}, regularity {worth.Regularity:0.0}, wishes {worth.Wishes:0.0}, variety {worth.Variety:0.0}, moved {worth.MovedTurns + worth.MovedPeople:0.0}"
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {plan.Turns.Count} turns, {plan.Uncovered.Count} that nobody can do, {plan.Changes.Count} moved.
            {worth.Objective:0.00} points ({parts}); {worth.Shortfall} days of the minimum gap are missed.
            Valid after {first:0.000} s, done after {all:0.000} s of processor time.
            """
        );
    }
}
