using Spectre.Console;
using Spectre.Console.Rendering;

namespace DutyGuy.Commands.Client;

/// <summary>Tables in the terminal; without colours and frames into a file or another program.</summary>
static class Printed
{
    const int WideEnough = 240;

    public static void Table(TextWriter output, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var plain = Console.IsOutputRedirected || output != Console.Out;
        var table = new Table { Border = plain ? TableBorder.None : TableBorder.Simple };
        foreach (var head in heads)
            table.AddColumn(new TableColumn(new Text(head)).PadRight(2));
        foreach (var row in rows)
            table.AddRow(row.Select(IRenderable (cell) => new Text(cell)));
        var console = AnsiConsole.Create(Settings(output, plain));
        if (plain)
            console.Profile.Width = WideEnough;
        console.Write(table);
    }

    static AnsiConsoleSettings Settings(TextWriter output, bool plain) =>
        new()
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
        };
}
