using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Harness;
using NodaTime;

namespace DutyGuy.Tests.Workers;

/// <summary>A team of three whose shop is built from a real repository, which the server watches.</summary>
sealed class WatchedShop(DutyApp app, RealRepository source) : IAsyncDisposable
{
    public RealRepository Source => source;
    public DutyApp App => app;
    public Histories Histories => app.Part<Histories>();

    public static async Task<WatchedShop> Open(RealRepository source, DatabaseKind database = DatabaseKind.Sqlite)
    {
        var app = await DutyApp.Start(database);
        foreach (var handle in new[] { "lea", "mel", "ann" })
            await app.Post("people", new { handle, emails = new[] { $"{handle}@clinic.example" } });
        await app.Post("duties", new { id = "engineering" });
        await app.Post("repositories", new { id = "shop", url = source.Path });
        var shop = new WatchedShop(app, source);
        await shop.Fetch();
        await app.Part<DutyStore>()
            .Change(async db =>
                db.Add(
                    new Project
                    {
                        Name = "shop",
                        Key = "key",
                        Repository = "shop",
                        CreatedAt = RunningDuty.AMonday,
                    }
                )
            );
        return shop;
    }

    public static void Written(RealRepository source, string file, string author, int times)
    {
        for (var i = 0; i < times; i++)
        {
            source.Write(file, string.Concat(Enumerable.Range(1, 6).Select(line => $"{author} {i}, line {line}\n")));
            source.Commit(author, $"{file} {i}");
        }
    }

    public async Task Fetch()
    {
        (await app.Post("repositories/shop/fetch")).Text("lastFailure").ShouldBeNull();
        await Histories.Settled();
    }

    /// <summary>An error with these frames, all of line 5, and its newest event of a release.</summary>
    public async Task<long> Error(string? release, params string[] paths)
    {
        var now = await app.Now();
        return await app.Part<DutyStore>()
            .Change(async db =>
            {
                var error = Seen(paths, now);
                db.Add(error);
                await db.SaveChangesAsync();
                db.Add(
                    new ErrorEvent
                    {
                        ErrorId = error.Id,
                        EventId = $"{error.Id:x32}",
                        At = now,
                        Release = release,
                        Json = "{}",
                    }
                );
                return error.Id;
            });
    }

    public async Task<IReadOnlyList<Suggestion>> Suggestions(long error)
    {
        await app.Part<OwnerFinder>().FindNow();
        return await app.Part<DutyStore>()
            .Read(db => Task.FromResult(db.Suggestions.Where(s => s.ErrorId == error).OrderBy(s => s.Rank).ToList()));
    }

    /// <summary>An answer to a poke as it is kept.</summary>
    public async Task NotMe(long error, string person, string? who)
    {
        var now = await app.Now();
        await app.Part<DutyStore>()
            .Change(async db =>
                db.Add(
                    new Poke
                    {
                        ErrorId = error,
                        Life = 1,
                        Person = person,
                        By = "ann",
                        At = now,
                        AnswerBy = now,
                        Answer = PokeAnswer.NotMe,
                        AnsweredAt = now,
                        Who = who,
                    }
                )
            );
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    static TrackedError Seen(string[] paths, Instant now) =>
        new()
        {
            Project = 1,
            Environment = "staging",
            Title = "NullReferenceException",
            CreatedAt = now,
            FirstSeen = now,
            LastSeen = now,
            Frames = [.. paths.Select(path => new Frame(path, 5, "Do", true))],
        };
}
