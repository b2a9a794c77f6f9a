using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Recipes;

/// <summary>What the printed lines of <c>sh</c> send for each word that a CI can say.</summary>
public class WordsOfCi
{
    public static readonly TheoryData<string> Cis = new(Recipe.All.Select(r => r.Ci));

    [Fact]
    public void The_lines_are_the_same_in_every_recipe()
    {
        Recipe.All.Select(r => r.Ci).ShouldBe(["GitHub Actions", "GitLab", "Jenkins", "Anything else"]);
        Recipe.All.ShouldAllBe(r => r.Shared == Recipe.All[0].Shared);
        foreach (var ci in Recipe.All.SkipLast(1))
            ci.Script.Trim().ShouldStartWith("case $RESULT in", Case.Sensitive, "nothing comes before the word");
    }

    [Theory, MemberData(nameof(Cis))]
    public async Task Each_word_is_what_it_means(string ci)
    {
        (string Word, string? Status)[] words =
        [
            ("success", "passing"),
            ("failure", "failing"),
            ("cancelled", "cancelled"),
            ("skipped", null),
            ("SUCCESS", "passing"),
            ("FAILURE", "failing"),
            ("UNSTABLE", "failing"),
            ("ABORTED", "cancelled"),
            ("NOT_BUILT", null),
        ];
        foreach (var (word, status) in words)
            (await Told(ci, word)).ShouldBe(status, word);
    }

    [Theory, MemberData(nameof(Cis))]
    public async Task Any_other_word_and_none_is_unknown(string ci)
    {
        string?[] odd = [null, "", " ", "neutral", "timed_out", "null", "Success", "success ", " success", "success\n"];
        string[] odder = ["success failure", "\"success\"", "'success'", "*", "succes?", "$(echo success)", "a \\ b"];
        foreach (var word in odd.Concat(odder))
            (await Told(ci, word)).ShouldBe("unknown", $"“{word}”");
    }

    [Fact]
    public async Task The_request_has_all_that_the_route_wants()
    {
        using var job = new CiJob().With("RESULT", "failure");
        var call = (await job.Call(Recipe.All[0].Shared))!;
        call.ShouldContain("https://duty.example.com/api/v1/signals/ci");
        call.ShouldContain("Authorization: Bearer duty_secret");
        call.ShouldContain("--fail");
        await using var duty = await DutyApp.Start();
        using var again = new CiJob().With("RESULT", "failure");
        var kept = await duty.Post("signals/ci", await again.Sent(Recipe.All[0].Shared));
        foreach (
            var (field, value) in (IEnumerable<(string, string)>)
                [
                    ("repository", "shop"),
                    ("branch", "main"),
                    ("commit", CiJob.Commit),
                    ("status", "failing"),
                    ("pipeline", "tests"),
                    ("url", "https://ci.example.com/runs/7?tab=log#end"),
                ]
        )
            kept.Text(field).ShouldBe(value);
    }

    [Fact]
    public async Task What_a_variable_holds_never_breaks_the_JSON()
    {
        using var job = new CiJob()
            .With("RESULT", "failure")
            .With("PIPELINE", "läuft \"nightly\" [a\\b]\n$HOME `x` %s 100%")
            .With("BRANCH", "\", \"status\": \"passing");
        var sent = (await job.Sent(Recipe.All[0].Shared))!.Value;
        sent.Text("status").ShouldBe("failing");
        sent.Text("pipeline").ShouldBe("läuft 'nightly' (a/b)$HOME `x` %s 100%");
        sent.Text("branch").ShouldBe("', 'status': 'passing");
    }

    static async Task<string?> Told(string ci, string? word)
    {
        using var job = new CiJob().With("RESULT", word);
        var recipe = Recipe.Of(ci);
        // What stands for any other CI finds its word before the shared lines.
        return await job.Status(ci == "Anything else" ? recipe.Shared : recipe.Script);
    }
}
