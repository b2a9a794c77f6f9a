using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using NodaTime;

namespace DutyGuy.EndToEnd.Gallery;

/// <summary>The team of the look's pictures, written straight into the tables: two duties, eight people, Thursday 19 November 2026.</summary>
static partial class ClinicDay
{
    public static readonly Instant Morning = At(10, 22, 7);

    /// <summary>An instant of the day in Paris (winter: one hour ahead of UTC).</summary>
    public static Instant At(int hour, int minute, int second = 0) =>
        Instant.FromUtc(2026, 11, 19, hour - 1, minute, second);

    /// <summary>The token of a person; what is done with it is done by that person.</summary>
    public static string TokenOf(string handle) => $"token-of-{handle}-for-tests";

    public static async Task Team(DutyDb db)
    {
        foreach (var handle in new[] { "mel", "jo", "lea", "tom", "ravi", "ines", "nicolas", "ann" })
        {
            var role = handle switch
            {
                "nicolas" => Role.Administrator,
                _ => Role.Engineer,
            };
            await db.Insert(Somebody(handle, role));
            await db.Insert(
                new ApiToken
                {
                    Name = handle,
                    Hash = Secrets.Hash(TokenOf(handle)),
                    Role = role,
                    Person = handle,
                    CreatedAt = Long,
                }
            );
        }
        await Duty(db, "engineering", "Engineering", ["mel", "jo", "lea", "ravi", "ines", "nicolas"]);
        await Duty(db, "devops", "DevOps", ["ann", "tom"]);
        await Turns(db);
        await db.Insert(
            new WallKey
            {
                Name = "Kitchen",
                Hash = Secrets.Hash("wall-key-for-tests"),
                CreatedAt = Long,
            }
        );
    }

    static readonly Instant Long = Instant.FromUtc(2026, 11, 2, 8, 0);

    static Person Somebody(string handle, Role role) =>
        new()
        {
            Handle = handle,
            Name = char.ToUpperInvariant(handle[0]) + handle[1..],
            Emails = [$"{handle}@clinic.example"],
            JoinedOn = new LocalDate(2024, 1, 8),
            AddedAt = handle == "ines" ? At(8, 0) - Duration.FromDays(6) : Long,
            Role = role,
            Skills = handle == "lea" ? ["search", "calendars"] : [],
        };

    static async Task Duty(DutyDb db, string id, string name, IReadOnlyList<string> members)
    {
        await db.Insert(
            new Duty
            {
                Id = id,
                Name = name,
                Members = members,
                Repositories = id == "engineering" ? ["clinic"] : null,
                Projects = id == "engineering" ? ["clinic"] : null,
                CreatedAt = Long,
            }
        );
        var files = Files(id);
        await db.Insert(
            new PlaybookVersion
            {
                Duty = id,
                Number = 1,
                Hash = PlaybookParser.Parse(files).Playbook!.Hash,
                Author = "nicolas",
                Reason = "As it ships.",
                At = Long,
                InForceFrom = Long,
                Files = files,
            }
        );
    }

    static Dictionary<string, string> Files(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "playbooks", name);
        return Directory
            .EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .ToDictionary(
                file => Path.GetRelativePath(folder, file).Replace('\\', '/'),
                File.ReadAllText,
                StringComparer.Ordinal
            );
    }

    static async Task Turns(DutyDb db)
    {
        string[] engineering = ["ravi", "nicolas", "lea", "nicolas", "jo"];
        string[] devops = ["tom", "ann", "ann", "tom", "tom"];
        for (var i = 0; i < 3; i++)
        {
            var date = new LocalDate(2026, 11, 16 + i);
            await db.Insert(new DutyTurn("engineering", date, engineering[i + 2]));
            await db.Insert(new DutyTurn("devops", date, devops[i + 2]));
        }
        await db.Insert(Decided("engineering", 19, "mel"));
        await db.Insert(Decided("devops", 19, "ann"));
        await db.Insert(new Absence("lea", new LocalDate(2026, 11, 23), new LocalDate(2026, 11, 23), "day off"));
        await db.Insert(Calendar("mel") with { LeftOut = ["“Team day”: it repeats more than once a day."] });
        await db.Insert(Calendar(null) with { LastFailure = "calendar.clinic.example answers 503 for now." });
        await Start(db, "engineering", "mel", At(9, 6));
        await Start(db, "devops", "ann", At(9, 4));
    }

    static AbsenceCalendar Calendar(string? person) =>
        new()
        {
            Person = person,
            Url = "",
            Host = "calendar.clinic.example",
            LastReadAt = At(9, 0),
        };

    static DutyOverride Decided(string duty, int day, string person) =>
        new(duty, new LocalDate(2026, 11, day), person, "agreed", "nicolas", null, Long);

    static Task Start(DutyDb db, string duty, string person, Instant at) =>
        db.Insert(
            new TurnAct
            {
                Duty = duty,
                Kind = TurnActKind.Started,
                Person = person,
                At = at,
            }
        );

    /// <summary>A fact of the engineering duty.</summary>
    public static void Said(DutyDb db, Instant at, FactKind kind, string source, string text) =>
        db.Append(
            new Fact
            {
                At = at,
                Kind = kind,
                Source = source,
                Duty = "engineering",
                Text = text,
            }
        );
}
