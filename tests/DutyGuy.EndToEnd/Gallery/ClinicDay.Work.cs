using DutyGuy.Domain;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.EndToEnd.Gallery;

static partial class ClinicDay
{
    static readonly (string Sha, string Title, string Author)[] Commits =
    [
        ("9ac2d70f1122", "Merge waiting lists of sister clinics", "jo"),
        ("1d2e3f405566", "Show the clinic’s own phone number in reminders", "jo"),
        ("2e3f40516677", "Cache the list of doctors for one minute", "lea"),
        ("3f4051627788", "Fix: slots of clinics in two time zones", "lea"),
        ("4b7e0d1f8899", "Patients can name a trusted person", "ravi"),
        ("8c1f3ae99aab", "Round slot length up to 5 minutes", "ravi"),
    ];

    /// <summary>Main was green at the fifth commit, and is red at the sixth when asked for.</summary>
    public static async Task Builds(DutyDb db, bool red)
    {
        await db.Insert(
            new SourceRepository
            {
                Id = "clinic",
                Url = "https://git.clinic.example/clinic",
                LastFetchedAt = At(10, 21),
            }
        );
        for (var i = 0; i < (red ? 6 : 5); i++)
        {
            var (sha, title, author) = Commits[i];
            await db.Insert(
                new MainCommit
                {
                    Repository = "clinic",
                    Sha = sha,
                    Ordinal = i + 1,
                    Title = title,
                    AuthorName = author,
                    AuthorMail = $"{author}@clinic.example",
                    AuthoredAt = At(8, 0) - Duration.FromHours(30 - i),
                    SeenAt = At(8, 0) - Duration.FromHours(30 - i),
                }
            );
        }
        await Result(db, "9ac2d70f1122", CiStatus.Passing, At(8, 0) - Duration.FromHours(20));
        await Result(db, "4b7e0d1f8899", CiStatus.Passing, At(8, 40));
        if (!red)
            return;
        await Result(db, "8c1f3ae99aab", CiStatus.Failing, At(10, 5));
        Said(db, At(10, 5), FactKind.MainRed, "ci", "Main is red since 10:05: 3 tests of clinic fail.");
        await db.Insert(RedRun);
    }

    static ChecklistRun RedRun =>
        new()
        {
            Duty = "engineering",
            Rule = "green",
            Checklist = "troubleshoot-ci",
            Version = 1,
            OpenedAt = At(10, 5),
            Steps =
            [
                Over("flaky", At(10, 6), null, "No. None of the 3 has failed on a green commit in 90 days."),
                Over("rerun", At(10, 11), "mel", "Same 3 tests fail again."),
                Over("culprit", At(10, 13), null, "8c1f3ae “Round slot length up to 5 minutes”, by Ravi."),
                Over("author", At(10, 14), "mel", "Ravi has the message and three answers: taken, not me, later."),
            ],
        };

    static StepRecord Over(string id, Instant at, string? by, string answer) =>
        new()
        {
            Id = id,
            State = StepState.Done,
            StartedAt = at,
            At = at,
            By = by,
            Answer = answer,
        };

    static Task Result(DutyDb db, string commit, CiStatus status, Instant at) =>
        db.Insert(
            new CiResult
            {
                Repository = "clinic",
                Branch = "main",
                Commit = commit,
                Status = status,
                At = at,
                FailingTests = status == CiStatus.Failing ? ["Slots.Round", "Slots.Merge", "Agenda.Day"] : [],
            }
        );

    /// <summary>One production error without owner, three young staging ones, an old one, two with owners.</summary>
    public static async Task Errors(DutyDb db)
    {
        await Project(db, "staging", "production");
        await WithoutOwner(db);
        await WithOwner(db);
        Said(db, At(9, 41), FactKind.TicketFiled, "mel", "Ticket 1 was filed: calendar import skips Sundays.");
        Said(db, At(9, 6), FactKind.DutyStarted, "mel", "Mel started the duty.");
    }

    static async Task Project(DutyDb db, params string[] environments)
    {
        await db.Insert(
            new Project
            {
                Id = 1,
                Name = "clinic",
                Key = "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                Repository = "clinic",
                CreatedAt = Long,
            }
        );
        foreach (var environment in environments)
            await db.Insert(new ProjectEnvironment(1, environment, Long) { Timings = true });
    }

    static async Task WithoutOwner(DutyDb db)
    {
        var noSlots = await Error(
            db,
            "production",
            "No free slots are shown when a clinic has two time zones",
            "SlotSearch.MergeCalendars",
            38,
            148,
            12
        );
        await Events(db, noSlots);
        await Suggest(db, noSlots, "lea", 1, 0.71, "wrote line 142 of SlotSearch.cs six days ago", "in today");
        await Suggest(db, noSlots, "ravi", 2, 0.18, "reviewed that change", "wrote the endpoint");
        await Suggest(db, noSlots, "jo", 3, 0.06, "wrote the time zone tests");
        var duplicate = await Error(
            db,
            "staging",
            "Duplicate key when a booking moves",
            "BookingMove.Apply",
            30 * 60,
            31,
            4
        );
        await Suggest(db, duplicate, "jo", 1, 0.64, "wrote BookingMove.cs");
        await Error(db, "staging", "Null phone number in video visit", "VideoInvite.Send", 19 * 60, 6, 2);
        await Error(db, "staging", "Reminder job times out", "ReminderBatch.Run", 190, 212, 0);
        await Error(db, "staging", "PDF export fails on empty notes", "PdfExport.Write", 4 * 24 * 60, 9, 3);
    }

    static async Task WithOwner(DutyDb db)
    {
        var gateway = await Error(
            db,
            "staging",
            "SMS gateway refuses long names",
            "SmsGateway.Send",
            60,
            14,
            5,
            "lea",
            Ownership.Taken
        );
        Said(
            db,
            At(10, 1),
            FactKind.PokeAnswered,
            "lea",
            "Lea took “SMS gateway refuses long names”, 4 minutes after the poke."
        );
        var documents = await Error(
            db,
            "production",
            "Document list is empty after log-in",
            "Documents.List",
            24,
            8,
            8,
            "ravi",
            Ownership.Poked
        );
        await Poked(db, gateway.Id, "lea", PokeAnswer.Taken);
        await Poked(db, documents.Id, "ravi", null);
    }

    static Task<TrackedError> Error(
        DutyDb db,
        string environment,
        string title,
        string culprit,
        int minutesOld,
        long events,
        long users,
        string? owner = null,
        Ownership ownership = Ownership.None
    ) =>
        db.Insert(
            new TrackedError
            {
                Project = 1,
                Environment = environment,
                Title = title,
                Culprit = culprit,
                CreatedAt = Morning - Duration.FromMinutes(minutesOld),
                FirstSeen = Morning - Duration.FromMinutes(minutesOld),
                LastSeen = Morning - Duration.FromMinutes(1),
                Events = events,
                Users = users,
                UsersWhenTaken = owner is null ? null : Math.Max(users, 1),
                Assignee = owner,
                Ownership = ownership,
                DueOn = ownership == Ownership.Taken ? new LocalDate(2026, 11, 23) : null,
                Frames =
                [
                    new("src/Clinic/SlotSearch.cs", 142, culprit, true),
                    new("src/Clinic/SlotsEndpoint.cs", 31, "SlotsEndpoint.Get", true),
                    new("Microsoft/RequestDelegateFactory.cs", 0, "ExecuteTaskResult", false),
                ],
            }
        );

    static Task Suggest(
        DutyDb db,
        TrackedError error,
        string person,
        int rank,
        double score,
        params string[] reasons
    ) =>
        db.Insert(
            new Suggestion
            {
                ErrorId = error.Id,
                Rank = rank,
                Person = person,
                Score = score,
                Reasons = reasons,
            }
        );

    static Task Poked(DutyDb db, long error, string person, PokeAnswer? answer) =>
        db.Insert(
            new Poke
            {
                ErrorId = error,
                Life = 1,
                Person = person,
                By = "mel",
                Reasons = ["wrote line 142 of SlotSearch.cs six days ago"],
                At = At(9, 58),
                AnswerBy = At(11, 58),
                Answer = answer,
                AnsweredAt = answer is null ? null : At(10, 1),
            }
        );
}
