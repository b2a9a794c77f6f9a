using System.CommandLine;
using DutyGuy.Domain;

namespace DutyGuy.Commands.Rota;

/// <summary><c>duty rota check</c>: the hard rules of a plan; exit code 1 when one is broken.</summary>
static class RotaCheckCommand
{
    static readonly Argument<string> Plan = new("plan") { Description = "The plan (a JSON file)" };

    public static Command Create()
    {
        var command = new Command("check", "Tell which rules a plan breaks") { RotaFiles.Problem, Plan };
        command.SetAction((parsed, _) => RotaFiles.Act(parsed, () => Task.FromResult(Check(parsed))));
        return command;
    }

    static int Check(ParseResult parsed)
    {
        var problem = RotaFiles.ReadProblem(parsed.GetRequiredValue(RotaFiles.Problem));
        var plan = PlanFile.Read(RotaFiles.ReadJson(parsed.GetRequiredValue(Plan)));
        var verdict = PlanCheck.Of(problem, plan);
        var output = parsed.InvocationConfiguration.Output;
        foreach (var broken in verdict.Broken)
            output.WriteLine($"{broken.Rule}: {broken.What}");
        output.WriteLine(Summary(verdict));
        return verdict.IsValid ? 0 : 1;
    }

    static string Summary(PlanVerdict verdict)
    {
        var rules = verdict.IsValid
            ? "No rule is broken."
            : $"{verdict.Broken.Sum(broken => broken.Count)} times a rule is broken.";
        return verdict.GapDaysMissed == 0
            ? rules
            : $"{rules} Turns come {verdict.GapDaysMissed} days in all closer than the minimum gap; {verdict.GapDaysPinned} of them are agreed or announced.";
    }
}
