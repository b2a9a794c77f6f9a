using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Harness;
using NodaTime;

namespace DutyGuy.Tests.Rollouts;

/// <summary>A duty of two with one rollout rule, three commits on a green main, and a deploy command that is a real script.</summary>
public sealed class RolloutWorld : IAsyncDisposable
{
    public const string Old = "1111111111111111111111111111111111111111";
    public const string Middle = "2222222222222222222222222222222222222222";
    public const string New = "3333333333333333333333333333333333333333";

    /// <summary>16:30 in Paris on an ordinary Monday.</summary>
    public static readonly Instant Afternoon = Instant.FromUtc(2026, 11, 23, 15, 30);

    readonly TemporaryFolder folder;

    RolloutWorld(DutyApp duty, TemporaryFolder folder) => (Duty, this.folder) = (duty, folder);

    public DutyApp Duty { get; }

    /// <summary>The engineer who took over.</summary>
    public DutyApi Mel { get; private set; } = null!;

    /// <summary>An engineer who is not on duty.</summary>
    public DutyApi Lea { get; private set; } = null!;

    /// <summary>One line for each time that the command ran: its arguments.</summary>
    public IReadOnlyList<string> Runs => File.Exists(folder.In("runs")) ? File.ReadAllLines(folder.In("runs")) : [];

    /// <summary>Lets a script go on that waits with <c>read x &lt; gate</c>.</summary>
    public void OpenGate() => File.WriteAllText(folder.In("gate"), "go\n");

    public static async Task<RolloutWorld> Start(
        DatabaseKind database = DatabaseKind.Sqlite,
        string then = "echo switched",
        string condition = "time >= 16:00",
        Instant? now = null,
        bool withCommand = true,
        (string, string)[]? settings = null,
        IReadOnlyDictionary<string, string>? playbook = null
    )
    {
        var place = new TemporaryFolder();
        (string, string)[] command = withCommand ? await Script(place, then) : [];
        var duty = await DutyApp.Start(database, now ?? Afternoon, [.. command, .. settings ?? []]);
        var world = new RolloutWorld(duty, place);
        await world.SetUp(playbook ?? Playbook(condition));
        return world;
    }

    /// <summary>A script that notes its arguments, and how it goes on.</summary>
    public static async Task<(string, string)[]> Script(TemporaryFolder folder, string then)
    {
        var script = folder.In("deploy.sh");
        await File.WriteAllTextAsync(
            script,
            $"#!/bin/sh\ncd \"$(dirname \"$0\")\"\necho \"$*\" >> runs\necho \"deploying $2\"\n{then}\n"
        );
        using (var made = System.Diagnostics.Process.Start("mkfifo", [folder.In("gate")])!)
            await made.WaitForExitAsync();
        return
        [
            ("deploy:production:run:0", "sh"),
            ("deploy:production:run:1", script),
            ("deploy:production:run:2", "run"),
            ("deploy:production:run:3", "{commit}"),
            ("deploy:production:rollBack:0", "sh"),
            ("deploy:production:rollBack:1", script),
            ("deploy:production:rollBack:2", "back"),
            ("deploy:production:rollBack:3", "{previous}"),
        ];
    }

    /// <summary>The smallest playbook: the rollout rule alone.</summary>
    public static IReadOnlyDictionary<string, string> Playbook(string condition = "time >= 16:00") =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["duty.md"] = $$"""
                # Duty: Engineering {#engineering}

                - zone: Europe/Paris
                - hours: 09:00 to 18:00, working days
                - turn: one engineer a day
                - aim: a turn at least every 25 working days

                ## Give customers more happiness {#rollout}

                - once: a day
                - if: {{condition}}
                - do: checklist rollout

                """,
            ["checklists/rollout.md"] = """
                # Rollout {#rollout}

                - style: read-do
                - aim: 20 minutes

                - [ ] Main is green at the commit we ship {#green} `check: ci is passing at the commit we ship`
                - [ ] Push the button {#button} `run: deploy production` `confirm`
                - [ ] It stays flat for 15 minutes {#watch} `check: rollout health` `wait: 15 minutes`

                """,
        };

    /// <summary>Commits of main, oldest first, by people of the team.</summary>
    public async Task Commits(params (string Sha, string Title, string Author)[] commits)
    {
        var store = Duty.Part<DutyStore>();
        var ordinal = 0;
        foreach (var (sha, title, author) in commits)
        {
            ordinal++;
            await store.Change(db => db.MainCommits.AddAsync(Commit(sha, ordinal, title, author)).AsTask());
        }
    }

    /// <summary>A commit that comes to main later.</summary>
    public Task LaterCommit(string sha, long ordinal, string title, string author) =>
        Duty.Part<DutyStore>().Change(db => db.MainCommits.AddAsync(Commit(sha, ordinal, title, author)).AsTask());

    public Task Green(string sha, string status = "passing") =>
        Duty.Post(
            "signals/ci",
            new
            {
                repository = "shop",
                branch = "main",
                commit = sha,
                status,
            }
        );

    /// <summary>What production serves at the beginning, rolled out elsewhere on another day.</summary>
    public Task<JsonElement> ServesAlready(string sha) =>
        Duty.Post(
            "rollouts",
            new
            {
                release = sha[..7],
                commit = sha,
                environment = "production",
            }
        );

    /// <summary>The button, pressed by who is on duty.</summary>
    public Task<JsonElement> Press(string confirm = "3333333", string? overrideReason = null, string kind = "daily") =>
        Mel.Post(
            "duties/engineering/rollouts",
            new
            {
                confirm,
                overrideReason,
                kind,
            }
        );

    /// <summary>Waits until a rollout stands so.</summary>
    public Task<JsonElement> Until(long rollout, params string[] status) =>
        Duty.Until(() => Duty.Get($"rollouts/{rollout}"), r => status.Contains(r.Text("status")));

    /// <summary>Nothing is connected here, so the watch cannot tell: who is on duty says that it stays.</summary>
    public async Task JudgedByHand(long rollout)
    {
        (await Duty.Get($"rollouts/{rollout}")).Text("status").ShouldBe("unknown");
        (await Mel.Post($"rollouts/{rollout}/keep")).Text("keptBy").ShouldBe("mel");
        await Duty.Advance("PT1S");
    }

    /// <summary>Sentences of the record of one kind.</summary>
    public async Task<IReadOnlyList<string>> Record(FactKind kind) =>
        [
            .. (await Duty.Part<DutyStore>().Read(db => Task.FromResult(db.Facts.Where(f => f.Kind == kind).ToList())))
                .OrderBy(f => f.Id)
                .Select(f => f.Text),
        ];

    public async ValueTask DisposeAsync()
    {
        await Duty.DisposeAsync();
        folder.Dispose();
    }

    async Task SetUp(IReadOnlyDictionary<string, string> playbook)
    {
        Mel = await Duty.As("mel");
        Lea = await Duty.As("lea");
        await Duty.Post("duties", new { id = "engineering", playbook });
        await Commits((Old, "First", "mel"), (Middle, "Search ignores case", "lea"), (New, "Reminders", "mel"));
        await Green(New);
        await Mel.Post("duties/engineering/take-over");
    }

    static MainCommit Commit(string sha, long ordinal, string title, string author) =>
        new()
        {
            Repository = "shop",
            Sha = sha,
            Ordinal = ordinal,
            Title = title,
            AuthorName = char.ToUpperInvariant(author[0]) + author[1..],
            AuthorMail = $"{author}@clinic.example",
            AuthoredAt = Afternoon,
            SeenAt = Afternoon,
        };
}
