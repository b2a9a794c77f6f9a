using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Harness;
using NodaTime;

namespace DutyGuy.Tests.Workers;

/// <summary>S23: on a repository with known authorship the right person comes first, with reasons.</summary>
public class MostAdequate
{
    [Theory, OnBothDatabases]
    public async Task S23_who_wrote_the_failing_file_comes_first_with_reasons(DatabaseKind database)
    {
        using var source = new RealRepository();
        Written(source, "src/Slots.cs", "Lea", 3);
        Written(source, "src/Slots.cs", "Mel", 1);
        Written(source, "src/Search.cs", "Ann", 4);
        await using var duty = await Watched(database, source);
        var error = await Error(duty, "/app/src/Slots.cs", "/app/src/Search.cs");
        await duty.Part<OwnerFinder>().FindNow();
        var best = await Suggestions(duty, error);
        best.Select(s => s.Person).ShouldBe(["lea", "ann", "mel"], ignoreOrder: true);
        best[0].Person.ShouldBe("lea");
        best[0].Reasons[0].ShouldStartWith("wrote 3 of the last 4 changes of Slots.cs");
    }

    [Fact]
    public async Task New_commits_change_who_is_asked()
    {
        using var source = new RealRepository();
        Written(source, "src/Slots.cs", "Lea", 1);
        await using var duty = await Watched(DatabaseKind.Sqlite, source);
        var error = await Error(duty, "src/Slots.cs");
        await duty.Part<OwnerFinder>().FindNow();
        (await Suggestions(duty, error)).Select(s => s.Person).ShouldBe(["lea"]);
        Written(source, "src/Slots.cs", "Mel", 9);
        await duty.Post("repositories/shop/fetch");
        await duty.Part<OwnerFinder>().FindNow();
        (await Suggestions(duty, error))[0].Person.ShouldBe("mel");
    }

    [Fact]
    public async Task Nobody_is_named_for_frames_that_are_no_file_of_ours()
    {
        using var source = new RealRepository();
        Written(source, "src/Slots.cs", "Lea", 1);
        await using var duty = await Watched(DatabaseKind.Sqlite, source);
        var error = await Error(duty, "/usr/lib/other.cs");
        await duty.Part<OwnerFinder>().FindNow();
        (await Suggestions(duty, error)).ShouldBeEmpty();
    }

    static void Written(RealRepository source, string file, string author, int times)
    {
        for (var i = 0; i < times; i++)
        {
            source.Write(file, $"{author} {i}\n");
            source.Commit(author, $"{file} {i}");
        }
    }

    static async Task<DutyApp> Watched(DatabaseKind database, RealRepository source)
    {
        var duty = await DutyApp.Start(database);
        foreach (var handle in new[] { "lea", "mel", "ann" })
            await duty.Post("people", new { handle, emails = new[] { $"{handle}@clinic.example" } });
        await duty.Post("duties", new { id = "engineering" });
        await duty.Post("repositories", new { id = "shop", url = source.Path });
        (await duty.Post("repositories/shop/fetch")).Text("lastFailure").ShouldBeNull();
        return duty;
    }

    static Task<long> Error(DutyApp duty, params string[] paths) =>
        duty.Part<DutyStore>()
            .Change(async db =>
            {
                var project = new Project
                {
                    Name = "shop",
                    Key = "key",
                    Repository = "shop",
                    CreatedAt = RunningDuty.AMonday,
                };
                db.Add(project);
                await db.SaveChangesAsync();
                var error = Seen(project.Id, paths, await duty.Now());
                db.Add(error);
                await db.SaveChangesAsync();
                return error.Id;
            });

    static TrackedError Seen(int project, string[] paths, Instant now) =>
        new()
        {
            Project = project,
            Environment = "staging",
            Fingerprint = "f",
            Title = "NullReferenceException",
            CreatedAt = now,
            FirstSeen = now,
            LastSeen = now,
            Frames = [.. paths.Select(path => new Frame(path, 1, "Do", true))],
        };

    static Task<List<Suggestion>> Suggestions(DutyApp duty, long error) =>
        duty.Part<DutyStore>()
            .Read(db => Task.FromResult(db.Suggestions.Where(s => s.ErrorId == error).OrderBy(s => s.Rank).ToList()));
}
