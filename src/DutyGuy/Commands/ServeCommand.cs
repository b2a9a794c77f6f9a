using System.CommandLine;
using DutyGuy.Clockwork;

namespace DutyGuy.Commands;

/// <summary><c>duty serve</c>: the server.</summary>
static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Start the server");
        foreach (var option in ServeOptions.All)
            command.Options.Add(option);
        command.SetAction((parsed, stop) => Run(ServeOptions.Given(parsed), stop));
        return command;
    }

    static async Task<int> Run(Dictionary<string, string?> arguments, CancellationToken stop)
    {
        string? database = null;
        return await StartErrors.Told(
            async () =>
            {
                var settings = ServeSettings.Read(".", arguments);
                database = settings.Database;
                StartChecks.Place(settings);
                return await Serve(settings, stop);
            },
            () => database
        );
    }

    static async Task<int> Serve(ServeSettings settings, CancellationToken stop)
    {
        await using var app = DutyServer.BuildWarm(settings);
        if (settings.TestClock)
            await Console.Error.WriteLineAsync(
                "TEST CLOCK: anybody who reaches this server can set its time. Never use --test-clock with real work."
            );
        try
        {
            await app.StartAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0; // stopped before it listened; what it did so far is kept
        }
        Console.WriteLine($"Duty Guy listens on {string.Join(" ", app.Urls)}");
        var first = app.Services.GetRequiredService<FirstAddress>();
        if (first.Sentence(settings.PublicAddress ?? app.Urls.First()) is { } sentence)
            Console.WriteLine(sentence);
        await app.WaitForShutdownAsync(stop);
        return 0;
    }
}
