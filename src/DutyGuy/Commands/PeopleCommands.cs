using System.CommandLine;
using System.Text;
using System.Text.Json;
using DutyGuy.Commands.Client;

namespace DutyGuy.Commands;

/// <summary><c>duty people list|add|absence|import</c>.</summary>
static class PeopleCommands
{
    static readonly Argument<string> Handle = new("handle") { Description = "For instance mel" };
    static readonly Argument<string> First = new("from") { Description = "First day away, for instance 2026-12-21" };
    static readonly Argument<string?> Last = new("to")
    {
        Description = "Last day away; one day when left out",
        Arity = ArgumentArity.ZeroOrOne,
    };
    static readonly Option<string?> Why = new("--why") { Description = "A word for the rota" };
    static readonly Argument<string?> File = new("file")
    {
        Description = "CSV with a head line",
        Arity = ArgumentArity.ZeroOrOne,
    };
    static readonly Option<string?> Repository = new("--repository")
    {
        Description = "Propose the authors of this repository",
    };
    static readonly Option<bool> Preview = new("--preview") { Description = "Show what would be added, write nothing" };
    static readonly Option<bool> SkipWrong = new("--skip-wrong") { Description = "Leave wrong lines out" };

    public static Command Create() =>
        new("people", "The team's people")
        {
            ServerVerb.Of("list", "Everybody", [], List),
            PeopleAdd.Create(),
            ServerVerb.Of("absence", "Somebody is away", [Handle, First, Last, Why], Absence),
            ServerVerb.Of("import", "Add many at once", [File, Repository, Preview, SkipWrong], Import),
        };

    static async Task List(Asked asked)
    {
        var people = await asked.Api.Get("people");
        asked.Answer(people, () => Table(asked.Out, people.Items()));
    }

    static async Task Absence(Asked asked)
    {
        var body = new
        {
            from = asked.Get(First),
            to = asked.Get(Last),
            why = asked.Get(Why),
        };
        var absence = await asked.Api.Post($"people/{Uri.EscapeDataString(asked.Get(Handle))}/absences", body);
        var until = absence.Text("to") == absence.Text("from") ? "" : $" to {absence.Day("to")}";
        var who = await asked.NameOf(absence.Text("person"));
        asked.Answer(absence, $"{who} is away: {absence.Day("from")}{until}. Planned turns move by themselves.");
    }

    static async Task Import(Asked asked)
    {
        var query = $"people/import?preview={Word(asked.Get(Preview))}&skipWrong={Word(asked.Get(SkipWrong))}";
        var answer = await asked.Api.Post(query, Body(asked));
        asked.Answer(answer, () => Imported(asked.Out, answer));
    }

    static object Body(Asked asked)
    {
        if (asked.Get(Repository) is { } repository)
            return new { repository };
        if (asked.Get(File) is not { } file)
            throw new CommandRefused("Say which file, or --repository NAME.", CommandRefused.WrongUsage);
        try
        {
            return new StringContent(System.IO.File.ReadAllText(file), Encoding.UTF8, "text/csv");
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefused(broken.Message);
        }
    }

    static void Imported(TextWriter output, JsonElement answer)
    {
        var added = answer.Items("added");
        output.WriteLine(
            $"{Web.Say.Count(added.Count, "person", "people")} {(answer.Text("preview") == "true" ? "would be added" : "added")}."
        );
        if (added.Count > 0)
            Table(output, added);
        foreach (var wrong in answer.Items("wrong"))
            output.WriteLine($"Line {wrong.Text("line")}: {wrong.Text("why")}");
        foreach (var author in answer.Items("leftOut"))
            output.WriteLine($"{author.Text("name")} is left out: {author.Text("why")}");
        if (answer.Text("preview") == "true" && added.Count > 0)
            Moved(output, answer.Items("moves"));
    }

    static void Moved(TextWriter output, IReadOnlyList<JsonElement> moves)
    {
        const int most = 10;
        output.WriteLine(moves.Count == 0 ? "No date moves." : $"{Web.Say.Count(moves.Count, "date")} would move:");
        foreach (var move in moves.Take(most))
            output.WriteLine($"  {move.Text("why")}.");
        if (moves.Count > most)
            output.WriteLine($"  and {moves.Count - most} later ones.");
    }

    static void Table(TextWriter output, IReadOnlyList<JsonElement> people) =>
        Printed.Table(
            output,
            ["handle", "name", "role", "joined", "left"],
            people.Select(p => p.Texts("handle", "name", "role", "joinedOn", "leftOn"))
        );

    static string Word(bool yes) => yes ? "true" : "false";
}
