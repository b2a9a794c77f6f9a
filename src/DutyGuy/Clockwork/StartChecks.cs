using System.Security.Cryptography;
using System.Xml.Linq;
using DutyGuy.Commands;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Clockwork;

/// <summary>What must be right before the first request: the place of the file, the key of the secrets, the playbooks.</summary>
static class StartChecks
{
    /// <summary>Before anything is opened.</summary>
    public static void Place(ServeSettings settings)
    {
        if (Database.IsPostgres(settings.Database))
            return;
        string file;
        try
        {
            file = Database.FileOf(settings.Database);
        }
        catch (ArgumentException broken)
        {
            throw new StartProblem(
                $"The setting “database” cannot be read: {broken.Message}",
                "Write \"Data Source=duty.db\" for a file, or \"Host=...;Database=...;Username=...\" for PostgreSQL.",
                broken
            );
        }
        if (Directory.Exists(file))
            throw new StartProblem(
                $"{file} is a folder.",
                "Name a file in it: --database \"Data Source=FOLDER/duty.db\""
            );
        if (!Directory.Exists(Path.GetDirectoryName(file)))
            throw new StartProblem(
                $"There is no folder {Path.GetDirectoryName(file)} for the database.",
                $"Make it: mkdir -p {Path.GetDirectoryName(file)}"
            );
    }

    /// <summary>A secret sealed before must open with the key of today.</summary>
    public static async Task<bool> Secrets(DutyDb db, SecretBox box)
    {
        foreach (var sealedText in await Sealed(db))
        {
            try
            {
                box.Open(sealedText);
            }
            catch (Exception broken) when (broken is CryptographicException or FormatException)
            {
                throw new StartProblem(
                    "The secrets in the database were sealed with another key.",
                    """
                    Give the DUTY_SECRET of before; without one, the file DATABASE.key (or duty.key in the data folder) of before.
                    Is it lost for good? Start once with --forget-secrets: all sign in again and connections get their passwords anew.
                    """,
                    broken
                );
            }
        }
        return true;
    }

    /// <summary>The way out when the key is lost.</summary>
    public static async Task ForgetSecrets(DutyDb db)
    {
        await db.DataProtectionKeys.ExecuteDeleteAsync();
        foreach (var connection in await db.Connections.ToListAsync())
            await db.Replace(connection with { Secrets = new Dictionary<string, string>() });
        foreach (var calendar in await db.AbsenceCalendars.ToListAsync())
            await db.Replace(
                calendar with
                {
                    Url = "",
                    LastFailure = "The key of its address was lost. Enter the address anew.",
                }
            );
    }

    /// <summary>A stored text that this version cannot read any more.</summary>
    public static async Task<bool> Playbooks(DutyDb db)
    {
        foreach (var duty in await db.Duties.Select(d => d.Id).ToListAsync())
        {
            var version = await db
                .PlaybookVersions.Where(v => v.Duty == duty)
                .OrderBy(v => v.Number)
                .LastOrDefaultAsync();
            if (version is not null && PlaybookParser.Parse(version.Files) is { Playbook: null } reading)
                throw new StartProblem(
                    $"The playbook of {duty}, version {version.Number}, cannot be read:\n  "
                        + string.Join("\n  ", reading.Problems),
                    "Start the Duty Guy of before, publish a mended version there, then start this one."
                );
        }
        return true;
    }

    static async Task<List<string>> Sealed(DutyDb db)
    {
        var secrets = (await db.Connections.ToListAsync()).SelectMany(c => c.Secrets.Values);
        var calendars = await db.AbsenceCalendars.Where(c => c.Url != "").Select(c => c.Url).ToListAsync();
        var keys = (await db.DataProtectionKeys.Select(k => k.Xml).ToListAsync())
            .OfType<string>()
            .SelectMany(xml => XElement.Parse(xml).DescendantsAndSelf("sealed"))
            .Select(e => e.Value);
        return [.. secrets, .. calendars, .. keys];
    }
}
