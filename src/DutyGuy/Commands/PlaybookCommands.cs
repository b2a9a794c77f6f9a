using System.CommandLine;
using DutyGuy.Domain;

namespace DutyGuy.Commands;

/// <summary><c>duty playbook check|evaluate</c> work on files alone; <c>publish|roll-back</c> ask a server.</summary>
public static class PlaybookCommands
{
    /// <summary><c>duty playbook</c> with its verbs.</summary>
    public static Command Create()
    {
        var playbook = new Command("playbook", "Check, try out or publish a playbook") { Check(), Evaluate() };
        foreach (var verb in PlaybookServerCommands.Create())
            playbook.Add(verb);
        return playbook;
    }

    private static Command Check()
    {
        var folder = new Argument<string>("folder") { Description = "The folder that holds duty.md" };
        var json = new Option<bool>("--json") { Description = "Answer for programs" };
        var command = new Command("check", "Tell every problem of a playbook") { folder, json };
        command.SetAction(parsed =>
            OnFolder(
                parsed.GetRequiredValue(folder),
                parsed.InvocationConfiguration.Error,
                (reading, error) =>
                    parsed.GetValue(json)
                        ? PlaybookCheck.ToJson(reading, parsed.InvocationConfiguration.Output)
                        : PlaybookCheck.ToText(reading, parsed.InvocationConfiguration.Output, error)
            )
        );
        return command;
    }

    private static Command Evaluate()
    {
        var folder = new Option<string>("--playbook")
        {
            Description = "The folder that holds duty.md",
            Required = true,
        };
        var input = new Option<string>("--situations") { Description = "Situations, one JSON a line", Required = true };
        var output = new Option<string>("--out") { Description = "Where the answers go", Required = true };
        var command = new Command("evaluate", "Tell what a playbook asks for in given situations")
        {
            folder,
            input,
            output,
        };
        command.SetAction(parsed =>
            OnFolder(
                parsed.GetRequiredValue(folder),
                parsed.InvocationConfiguration.Error,
                (reading, error) =>
                    reading.Playbook is { } playbook
                        ? SituationFiles.Evaluate(
                            playbook,
                            parsed.GetRequiredValue(input),
                            parsed.GetRequiredValue(output),
                            error
                        )
                        : PlaybookCheck.ToText(reading, TextWriter.Null, error)
            )
        );
        return command;
    }

    private static int OnFolder(string folder, TextWriter error, Func<PlaybookReading, TextWriter, int> act)
    {
        try
        {
            return act(PlaybookFolder.Read(folder), error);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(broken.Message);
            return 1;
        }
    }
}
