using DutyGuy.Domain;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Workers;

/// <summary>S23: on a repository with known authorship the right person comes first, with reasons and probability.</summary>
public class WhoIsSuggested
{
    [Theory, OnBothDatabases]
    public async Task S23_who_wrote_the_failing_file_comes_first_with_reasons(DatabaseKind database)
    {
        using var source = new RealRepository();
        WatchedShop.Written(source, "src/Search.cs", "Ann", 4);
        WatchedShop.Written(source, "src/Slots.cs", "Lea", 6);
        await using var shop = await WatchedShop.Open(source, database);
        var error = await shop.Error(null, "/app/src/Slots.cs", "/app/src/Search.cs");
        var best = await shop.Suggestions(error);
        best.Select(s => s.Person).ShouldBe(["lea", "ann"]);
        best.Sum(s => s.Score).ShouldBe(1, 0.001);
        best[0]
            .Reasons.ShouldContain(r =>
                r.StartsWith("made 100 % of the changes of Slots.cs", StringComparison.Ordinal)
            );
        var told = await shop.App.Get($"errors/{error}/suggestions");
        told.Text("chosen").ShouldBe("lea");
        told.Text("whyNobody").ShouldBeNull();
        told.Items()[0].Items("reasons").Count.ShouldBe(best[0].Reasons.Count);
    }

    [Fact]
    public async Task New_commits_change_who_is_asked()
    {
        using var source = new RealRepository();
        WatchedShop.Written(source, "src/Slots.cs", "Lea", 1);
        await using var shop = await WatchedShop.Open(source);
        var error = await shop.Error(null, "src/Slots.cs");
        (await shop.Suggestions(error)).Select(s => s.Person).ShouldBe(["lea"]);
        WatchedShop.Written(source, "src/Slots.cs", "Mel", 9);
        await shop.Fetch();
        (await shop.Suggestions(error))[0].Person.ShouldBe("mel");
    }

    [Fact]
    public async Task Who_wrote_the_line_is_found_as_the_code_was_in_the_release()
    {
        using var source = new RealRepository();
        source.Write("src/Slots.cs", Lines(1, 20));
        var release = source.Commit("Lea", "Slots");
        source.Write("src/Slots.cs", "one\ntwo\nthree\nfour\nfive\nsix\n" + Lines(1, 20));
        source.Commit("Mel", "More");
        await using var shop = await WatchedShop.Open(source);
        Reasons(await shop.Suggestions(await shop.Error($"shop@1.2+{release}", "src/Slots.cs")), "lea")
            .ShouldStartWith("changed line 5 of Slots.cs");
        Reasons(await shop.Suggestions(await shop.Error("a stranger", "lib/../src/Slots.cs")), "mel")
            .ShouldStartWith("changed line 5 of Slots.cs");
    }

    [Theory]
    [InlineData("/usr/lib/other.cs", "No frame of this error is a file of the repository shop.")]
    [InlineData("src/Agenda.cs", "Nobody in the team has the address or name of Zoe <zoe@clinic.example>.")]
    [InlineData(null, "It came without a stack trace.")]
    public async Task When_nobody_can_be_named_it_says_why(string? path, string why)
    {
        using var source = new RealRepository();
        WatchedShop.Written(source, "src/Agenda.cs", "Zoe", 2);
        await using var shop = await WatchedShop.Open(source);
        var error = await shop.Error(null, path is null ? [] : [path]);
        (await shop.Suggestions(error)).ShouldBeEmpty();
        var told = await shop.App.Get($"errors/{error}/suggestions");
        (told.Number("total"), told.Text("chosen"), told.Text("whyNobody")).ShouldBe((0, null, why));
    }

    [Fact]
    public async Task Not_me_ask_Mel_teaches_whom_to_ask_about_the_next_error_of_the_file()
    {
        using var source = new RealRepository();
        WatchedShop.Written(source, "src/Search.cs", "Mel", 1);
        WatchedShop.Written(source, "src/Slots.cs", "Lea", 6);
        await using var shop = await WatchedShop.Open(source);
        var first = await shop.Error(null, "src/Slots.cs");
        (await shop.Suggestions(first))[0].Person.ShouldBe("lea");

        await shop.NotMe(first, "lea", "mel");
        var next = (await shop.Suggestions(await shop.Error(null, "/app/src/Slots.cs")))[0];
        (next.Person, next.Score > WhoFits.LeastProbability).ShouldBe(("mel", true));
        next.Reasons[0].ShouldStartWith("Lea said on ");
        next.Reasons[0].ShouldEndWith(" that Mel knows Slots.cs");

        await shop.NotMe(first, "mel", null);
        (await shop.Suggestions(await shop.Error(null, "/srv/src/Slots.cs")))[0].Person.ShouldBe("lea");
    }

    static string Reasons(IEnumerable<Suggestion> found, string person) =>
        found.First(s => s.Person == person).Reasons[0];

    static string Lines(int from, int to) =>
        string.Concat(Enumerable.Range(from, to).Select(i => $"var line{i} = {i};\n"));
}
