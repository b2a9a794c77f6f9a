using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DutyGuy.Adapters.Git;

namespace DutyGuy.Commands;

/// <summary><c>duty owners index|rank</c>: who should look at an error, by the history of a repository alone.</summary>
public static class OwnersCommands
{
    public static Command Create() =>
        new("owners", "Who should look at an error, by the history of a repository") { Index(), Rank() };

    static Command Index()
    {
        var repository = new Argument<string>("repository") { Description = "Its folder, or its git directory" };
        var output = new Option<string>("--out") { Description = "The file of the index", Required = true };
        var command = new Command("index", "Read the history of a repository, or what is new in it")
        {
            repository,
            output,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var (from, to) = (parsed.GetRequiredValue(repository), parsed.GetRequiredValue(output));
                return await Guarded(
                    parsed,
                    async () =>
                    {
                        var watch = Stopwatch.StartNew();
                        var index = (await SourceIndexFile.UpdateAsync(from, to, cancel)).Index;
                        await parsed.InvocationConfiguration.Output.WriteLineAsync(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{index.Count} commits, {index.ChangeCount} changes of files, {watch.Elapsed.TotalSeconds:0.0} s."
                            )
                        );
                    }
                );
            }
        );
        return command;
    }

    static Command Rank()
    {
        var index = new Argument<string>("index") { Description = "What duty owners index wrote" };
        var cases = new Option<string>("--cases") { Description = "Errors, one JSON a line", Required = true };
        var output = new Option<string>("--out") { Description = "Where the answers go", Required = true };
        var atOnce = new Option<bool>("--at-once") { Description = "Do not look up who wrote the lines" };
        var command = new Command("rank", "Rank the people of a repository for given errors")
        {
            index,
            cases,
            output,
            atOnce,
        };
        command.SetAction(
            (parsed, _) =>
                Guarded(
                    parsed,
                    () =>
                    {
                        using var answers = new OwnerCases(
                            SourceIndexFile.Open(parsed.GetRequiredValue(index)),
                            parsed.GetValue(atOnce)
                        );
                        answers.Answer(parsed.GetRequiredValue(cases), parsed.GetRequiredValue(output));
                        return Task.CompletedTask;
                    }
                )
        );
        return command;
    }

    static async Task<int> Guarded(ParseResult parsed, Func<Task> act)
    {
        try
        {
            await act();
            return 0;
        }
        catch (Exception wrong)
            when (wrong is GitException or IOException or InvalidDataException or JsonException or FormatException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
    }
}
