using NodaTime;
using Spectre.Console;

namespace DutyGuy.Commands.Demo;

/// <summary>What the demo says in the terminal; plain lines when nobody looks at one.</summary>
sealed class Telling
{
    readonly IAnsiConsole console;

    public Telling(TextWriter writer, bool isTerminal)
    {
        var settings = new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) };
        if (!isTerminal)
        {
            settings.Ansi = AnsiSupport.No;
            settings.ColorSystem = ColorSystemSupport.NoColors;
            settings.Interactive = InteractionSupport.No;
        }
        console = AnsiConsole.Create(settings);
        if (!isTerminal)
            console.Profile.Width = 10_000; // whoever reads a file folds lines as they like
    }

    /// <summary>To the terminal, as it is.</summary>
    public static Telling Here(DateTimeZone zone) => new(Console.Out, !Console.IsOutputRedirected) { Zone = zone };

    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>A line of the day: when, and what happened.</summary>
    public void At(Instant now, string text) =>
        console.MarkupLine($"[bold]{now.InZone(Zone):HH:mm:ss}[/]  {Markup.Escape(text)}");

    /// <summary>More about the line before.</summary>
    public void More(string text) => console.MarkupLine($"          [grey]{Markup.Escape(text)}[/]");

    public void Title(string text) => console.MarkupLine($"\n[bold underline]{Markup.Escape(text)}[/]");

    public void Say(string text) => console.WriteLine(text);

    public void Wrong(string text) => console.MarkupLine($"\n[red]{Markup.Escape(text)}[/]");

    /// <summary>A long part: a spinner with its seconds, or one line.</summary>
    public async Task<T> While<T>(string doing, Func<Task<T>> work)
    {
        if (console.Profile.Capabilities.Interactive)
            return await console.Status().StartAsync(Markup.Escape(doing), _ => work());
        Say(doing + " …");
        return await work();
    }

    public Task While(string doing, Func<Task> work) =>
        While(
            doing,
            async () =>
            {
                await work();
                return true;
            }
        );
}
