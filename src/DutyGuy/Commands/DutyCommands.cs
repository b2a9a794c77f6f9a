using System.CommandLine;
using System.CommandLine.Invocation;
using DutyGuy.Commands.Client;

namespace DutyGuy.Commands;

/// <summary>The verbs of <c>duty</c>, and how they end: 0 done, 1 refused, 2 wrong usage.</summary>
public static class DutyCommands
{
    /// <summary>After Ctrl-C the demo ends its sites and the server its work in hand; a busy machine takes seconds for that.</summary>
    static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(30);

    public static RootCommand Create()
    {
        var duty = new RootCommand("Duty Guy: one engineer on duty keeps all others focused.")
        {
            ServeCommand.Create(),
            SettingsCommand.Create(),
            BackupCommands.Backup(),
            BackupCommands.Restore(),
            LoginCommand.Create(),
            WhoCommand.Create(),
            BoardCommand.Create(),
            NextCommand.Create(),
            TickCommand.Create(),
            RolloutCommands.Create(),
            LogCommands.Create(),
            SwapCommands.Create(),
            RotaCommand.Create(),
            PeopleCommands.Create(),
            PlaybookCommands.Create(),
            OwnersCommands.Create(),
            ErrorsCommands.Create(),
            Performance.PerformanceCommands.Create(),
            SourceMapCommands.Create(),
            TokenCommands.Create(),
            Demo.DemoCommand.Create(),
        };
        foreach (var verb in TurnCommands.Create().Concat(ErrorCommands.Create()))
            duty.Add(verb);
        return duty;
    }

    public static async Task<int> Run(string[] args)
    {
        var parsed = Create().Parse(args);
        var ended = await parsed.InvokeAsync(new() { ProcessTerminationTimeout = LongestEnd });
        return parsed.Action is ParseErrorAction ? CommandRefused.WrongUsage : ended;
    }
}
