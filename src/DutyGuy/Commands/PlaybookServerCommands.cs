using System.CommandLine;
using System.Text.Json;
using DutyGuy.Commands.Client;

namespace DutyGuy.Commands;

/// <summary><c>duty playbook publish|roll-back</c>: those verbs that ask a server.</summary>
static class PlaybookServerCommands
{
    static readonly Argument<string> Folder = new("folder") { Description = "The folder that holds duty.md" };
    static readonly Argument<int> Number = new("version") { Description = "The version whose text comes back" };
    static readonly Option<string> Reason = new("--reason") { Description = "Why", Required = true };

    public static IEnumerable<Command> Create() =>
        [
            ServerVerb.Of(
                "publish",
                "Publish a folder; in force from the next turn",
                [Folder, Reason, ServerVerb.Duty],
                Publish
            ),
            ServerVerb.Of(
                "roll-back",
                "Bring an older version back, at once",
                [Number, Reason, ServerVerb.Duty],
                RollBack
            ),
        ];

    static async Task Publish(Asked asked)
    {
        var duty = await asked.Duty();
        var files = FilesOf(asked.Get(Folder));
        var body = new { files, reason = asked.Get(Reason) };
        await Show(asked, duty, await asked.Api.Post($"playbooks/{duty.Id}/versions", body));
    }

    static async Task RollBack(Asked asked)
    {
        var duty = await asked.Duty();
        var path = $"playbooks/{duty.Id}/versions/{asked.Get(Number)}/roll-back";
        await Show(asked, duty, await asked.Api.Post(path, new { reason = asked.Get(Reason) }));
    }

    /// <summary>The texts, refused here when they have problems, each with its line.</summary>
    static IReadOnlyDictionary<string, string> FilesOf(string folder)
    {
        try
        {
            var reading = PlaybookFolder.Read(folder);
            return reading.Playbook is not null
                ? PlaybookFolder.Files(folder)
                : throw new CommandRefused(string.Join(Environment.NewLine, reading.Problems));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefused(broken.Message);
        }
    }

    static async Task Show(Asked asked, DutyShown duty, JsonElement published)
    {
        var versions = await asked.Api.Get($"playbooks/{duty.Id}/versions");
        var version = versions.Items().First(v => v.Text("number") == published.Text("version"));
        asked.Answer(
            published,
            $"Version {version.Text("number")} of the playbook of {duty.Name} is in force from {duty.When(version.Time("inForceFrom"))}."
        );
    }
}
