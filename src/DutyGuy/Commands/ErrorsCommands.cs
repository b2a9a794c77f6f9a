using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace DutyGuy.Commands;

/// <summary><c>duty errors group</c>: which events of a file are one error, as the server would say it.</summary>
static class ErrorsCommands
{
    public static Command Create() => new("errors", "Which events are one error") { Group() };

    static Command Group()
    {
        var events = new Argument<string>("events")
        {
            Description = "Events as SDKs sent them, one JSON a line; may be packed (.gz)",
        };
        var output = new Option<string>("--out") { Description = "Where the answers go", Required = true };
        var maps = new Option<string>("--maps")
        {
            Description = "The list of source maps; without it maps.json beside the events, if there is one",
        };
        var why = new Option<bool>("--why") { Description = "Add to each answer the frame at fault and the rule" };
        var command = new Command("group", "Say for each event of a file which error it belongs to; needs no server")
        {
            events,
            output,
            maps,
            why,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                try
                {
                    var watch = Stopwatch.StartNew();
                    var grouping = EventGroups.Open(parsed.GetRequiredValue(events), parsed.GetValue(maps));
                    var read = watch.Elapsed;
                    var answered = grouping.Answer(parsed.GetRequiredValue(output), parsed.GetValue(why));
                    var spent = watch.Elapsed - read;
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{answered.Events} events, {answered.Errors} errors, {answered.Unread} not read; {spent.TotalMilliseconds / Math.Max(1, answered.Events):0.000} ms an event."
                        )
                    );
                    return 0;
                }
                catch (Exception wrong)
                    when (wrong
                            is IOException
                                or UnauthorizedAccessException
                                or InvalidDataException
                                or JsonException
                                or FormatException
                    )
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(wrong.Message);
                    return 1;
                }
            }
        );
        return command;
    }
}
