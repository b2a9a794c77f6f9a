using System.CommandLine;

namespace DutyGuy.Commands;

/// <summary><c>duty serve</c>: the server.</summary>
static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string?>("--urls")
        {
            Description = "Addresses to listen on, for instance http://127.0.0.1:5170",
        };
        var database = new Option<string?>("--database") { Description = "\"Data Source=duty.db\" or \"Host=...\"" };
        var testClock = new Option<bool>("--test-clock")
        {
            Description = "The clock is set through the API; never for real use",
        };
        var command = new Command("serve", "Start the server") { urls, database, testClock };
        command.SetAction(
            (parsed, stop) =>
                Run(
                    new Dictionary<string, string?>(StringComparer.Ordinal)
                    {
                        ["urls"] = parsed.GetValue(urls),
                        ["database"] = parsed.GetValue(database),
                        ["test-clock"] = parsed.GetValue(testClock) ? "true" : null,
                    },
                    stop
                )
        );
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
