using System.CommandLine;

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
        var settings = ServeSettings.Read(".", arguments);
        await using var app = DutyServer.Build(settings);
        await app.StartAsync(stop);
        Console.WriteLine($"Duty Guy listens on {string.Join(" ", app.Urls)}");
        var first = app.Services.GetRequiredService<Clockwork.FirstAddress>();
        if (first.Sentence(settings.PublicAddress ?? app.Urls.First()) is { } sentence)
            Console.WriteLine(sentence);
        await app.WaitForShutdownAsync(stop);
        return 0;
    }
}
