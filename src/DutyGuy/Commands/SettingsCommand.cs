using System.CommandLine;
using System.Text.Json;
using DutyGuy.Commands.Client;

namespace DutyGuy.Commands;

/// <summary><c>duty settings</c>: what <c>duty serve</c> would use here, and where each value comes from.</summary>
static class SettingsCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Answer for programs" };
        var command = new Command("settings", "What “duty serve” would use here, and where each value comes from")
        {
            json,
        };
        foreach (var option in ServeOptions.All)
            command.Options.Add(option);
        command.SetAction(
            (parsed, _) =>
                StartErrors.Told(
                    () =>
                        Task.FromResult(
                            Show(
                                ServeSettings.Read(".", ServeOptions.Given(parsed)),
                                parsed.GetValue(json),
                                parsed.InvocationConfiguration.Output,
                                parsed.InvocationConfiguration.Error
                            )
                        ),
                    () => null
                )
        );
        return command;
    }

    static int Show(ServeSettings settings, bool json, TextWriter output, TextWriter error)
    {
        var all = SettingOrigins.Of(settings);
        if (json)
            output.WriteLine(JsonSerializer.Serialize(all, JsonSerializerOptions.Web));
        else
            Printed.Table(
                output,
                ["setting", "value", "from"],
                all.Select(s => (string[])[s.Name, s.Value ?? "", s.From])
            );
        if (settings.TestClock)
            error.WriteLine("The test clock is on. Never use it for real.");
        return 0;
    }
}
