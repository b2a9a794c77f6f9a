using System.CommandLine;
using System.Text;
using DutyGuy.Commands.Client;

namespace DutyGuy.Commands.Rota;

/// <summary><c>duty rota import FILE</c>: turns of before the rota count as done.</summary>
static class RotaImportCommand
{
    static readonly Argument<string> File = new("file")
    {
        Description = "CSV; the first line is date,person (a handle, a mail address or a name)",
    };
    static readonly Option<bool> Preview = new("--preview")
    {
        Description = "Show what would be imported, write nothing",
    };

    public static Command Create() =>
        ServerVerb.Of("import", "Take over who had which turn before", [File, Preview, ServerVerb.Duty], Import);

    static async Task Import(Asked asked)
    {
        var duty = await asked.Duty();
        using var body = new StringContent(Text(asked.Get(File)), Encoding.UTF8, "text/csv");
        var preview = asked.Get(Preview);
        var answer = await asked.Api.Post($"duties/{duty.Id}/rota/import?preview={(preview ? "true" : "false")}", body);
        var turns = answer.Items("turns");
        var each = turns
            .CountBy(t => t.Text("person"))
            .OrderByDescending(t => t.Value)
            .Select(t => $"{t.Key} {t.Value}");
        asked.Answer(
            answer,
            $"{Web.Say.Count(turns.Count, "turn")} {(preview ? "would be imported" : "imported")}: {string.Join(", ", each)}."
        );
    }

    static string Text(string path)
    {
        try
        {
            return System.IO.File.ReadAllText(path);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefused(broken.Message);
        }
    }
}
