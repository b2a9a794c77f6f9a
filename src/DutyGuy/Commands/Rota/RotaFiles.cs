using System.CommandLine;
using System.Text.Json;
using DutyGuy.Commands.Client;
using DutyGuy.Domain;

namespace DutyGuy.Commands.Rota;

/// <summary>Verbs of the rota that work on files: exit code 0 done, 1 refused with the reason on standard error.</summary>
static class RotaFiles
{
    public static readonly Argument<string> Problem = new("problem")
    {
        Description = "The problem: duties, people, what is agreed, the plan before (a JSON file)",
    };

    public static Option<string> Out(string what) => new("--out") { Description = what, Required = true };

    public static PlanProblem ReadProblem(string path)
    {
        var problem = ProblemFile.Read(ReadJson(path));
        return RotaPlanner.Wrong(problem) is { } wrong ? throw new FormatException(wrong.Detail) : problem;
    }

    public static JsonElement ReadJson(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        return file.RootElement.Clone();
    }

    /// <summary>Acts, and tells what is wrong in one sentence.</summary>
    public static async Task<int> Act(ParseResult parsed, Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception broken)
            when (broken
                    is IOException
                        or UnauthorizedAccessException
                        or JsonException
                        or FormatException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or CommandRefused
            )
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(broken.Message);
            return 1;
        }
    }
}
