using System.CommandLine;
using System.Text.Json;
using DutyGuy.Commands.Client;
using DutyGuy.Web;

namespace DutyGuy.Commands;

/// <summary><c>duty source-maps upload|list</c>: so that errors of minified files name the sources.</summary>
static class SourceMapCommands
{
    static readonly Argument<string> Folder = new("folder") { Description = "Where the build put its files" };
    static readonly Option<int> Project = new("--project")
    {
        Description = "The number of the project, as in its DSN",
        Required = true,
    };
    static readonly Option<string> Release = new("--release")
    {
        Description = "The release, as the SDK tells it",
        Required = true,
    };

    public static Command Create() =>
        new("source-maps", "Source maps of minified JavaScript")
        {
            ServerVerb.Of("upload", "Send all *.map files of a folder", [Folder, Project, Release], Upload),
            ServerVerb.Of("list", "What was sent for a release", [Project, Release], List),
        };

    static string Path(Asked asked) =>
        $"projects/{asked.Get(Project)}/source-maps?release={Uri.EscapeDataString(asked.Get(Release)!)}";

    static async Task Upload(Asked asked)
    {
        var found = SourceMapFiles.In(asked.Get(Folder));
        var (sent, refused) = (new List<JsonElement>(), new List<string>());
        foreach (var map in found)
            try
            {
                using var body = new ByteArrayContent(await map.Read());
                var answer = await asked.Api.Put($"{Path(asked)}&file={Uri.EscapeDataString(map.File)}", body);
                sent.Add(answer);
                if (!asked.WantsJson)
                    asked.Out.WriteLine(Line(answer));
            }
            catch (CommandRefused no)
            {
                // One that cannot be used must not keep the others from being sent.
                refused.Add($"{map.Name}: {no.Message}");
            }
        if (asked.WantsJson)
            asked.Out.WriteLine(JsonSerializer.Serialize(ListOf<JsonElement>.All(sent), Words.Json));
        if (refused.Count > 0)
            throw new CommandRefused(string.Join(Environment.NewLine, refused));
    }

    static string Line(JsonElement map) =>
        $"{map.Text("file")}: {Say.Count(int.Parse(map.Text("mappings")), "mapping")} of {Say.Count(int.Parse(map.Text("sources")), "source")}, release {map.Text("release")}";

    static async Task List(Asked asked)
    {
        var maps = await asked.Api.Get(Path(asked));
        string[] fields = ["file", "sources", "mappings", "at"];
        asked.Answer(maps, () => Printed.Table(asked.Out, fields, maps.Items().Select(m => m.Texts(fields))));
    }
}
