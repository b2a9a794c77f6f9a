using System.Text.RegularExpressions;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Recipes;

/// <summary>Each recipe hands on its CI's own word, and nothing that it made of it.</summary>
public partial class WhereTheWordComesFrom
{
    static readonly string[] GitHubWords = ["success", "failure", "cancelled", "skipped"];

    [Fact]
    public void GitHub_hands_on_the_results_of_all_jobs()
    {
        var values = MiniYaml.Values(Recipe.Of("GitHub Actions").Text);
        values["tell-duty.if"].ShouldStartWith("always() && github.event_name == 'push'");
        values["tell-duty.needs"].ShouldBe("[build, tests]");
        values["tell-duty.steps.env.COMMIT"].ShouldBe("${{ github.sha }}");
        var expression = values["tell-duty.steps.env.RESULT"];
        foreach (var build in GitHubWords)
        foreach (var tests in GitHubWords)
        {
            var either = new Dictionary<string, string> { ["build"] = build, ["tests"] = tests };
            GitHubValue(expression, either)
                .ShouldBe(
                    either.ContainsValue("failure") ? "failure"
                        : either.ContainsValue("cancelled") ? "cancelled"
                        : tests,
                    $"build {build}, tests {tests}"
                );
        }
    }

    [Fact]
    public void GitLab_has_one_job_for_each_end()
    {
        var values = MiniYaml.Values(Recipe.Of("GitLab").Text);
        values[".tell-duty.variables.COMMIT"].ShouldBe("$CI_COMMIT_SHA");
        values[".tell-duty.stage"].ShouldBe(".post");
        values[".tell-duty.rules.if"].ShouldContain("$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH");
        var ends = values.Where(v => v.Key.EndsWith("variables.RESULT", StringComparison.Ordinal)).ToList();
        ends.Select(e => (e.Value, values[e.Key.Replace("variables.RESULT", "when")]))
            .ShouldBe([("success", "on_success"), ("failure", "on_failure")]);
        foreach (var end in ends)
            values[end.Key.Replace("variables.RESULT", "extends")].ShouldBe(".tell-duty");
        // Without needs, on_success also runs when all before was skipped; with needs, on_failure would miss the others.
        values.Keys.ShouldContain("tell-duty-passed.needs");
        values.Keys.ShouldNotContain("tell-duty-failed.needs");
    }

    [Fact]
    public void Jenkins_takes_it_after_the_stages()
    {
        var text = Recipe.Of("Jenkins").Text;
        Spaces().Replace(text, " ").ShouldStartWith("post { always { script { if (env.BRANCH_NAME == 'main') {");
        Set()
            .Matches(text[..text.IndexOf("sh '''", StringComparison.Ordinal)])
            .Select(m => (m.Groups["name"].Value, m.Groups["value"].Value))
            .ShouldBe([
                ("RESULT", "${currentBuild.currentResult}"),
                ("REPOSITORY", "shop"),
                ("BRANCH", "${env.BRANCH_NAME}"),
                ("PIPELINE", "tests"),
                ("COMMIT", "${env.GIT_COMMIT}"),
                ("URL", "${env.BUILD_URL}"),
            ]);
        text.ShouldNotContain("\\", Case.Sensitive, "Groovy would read it, and the lines would not be the same");
    }

    [Theory]
    [InlineData("exit 0", "passing")]
    [InlineData("exit 1", "failing")]
    public async Task Anything_else_says_how_its_own_program_ended(string ci, string status)
    {
        using var job = new CiJob()
            .Executable("ci.sh", ci)
            .Executable("bin/git", $"test \"$*\" = 'rev-parse HEAD' && echo {CiJob.Commit}")
            .With("COMMIT", null);
        var sent = (await job.Sent(Recipe.Of("Anything else").Script))!.Value;
        (sent.Text("status"), sent.Text("commit")).ShouldBe((status, CiJob.Commit));
    }

    /// <summary>As GitHub evaluates it: the first alternative that holds.</summary>
    static string GitHubValue(string expression, IReadOnlyDictionary<string, string> results)
    {
        foreach (var part in expression[3..^2].Split("||", StringSplitOptions.TrimEntries))
            if (Any().Match(part) is { Success: true } any)
            {
                if (results.Values.Contains(any.Groups["word"].Value))
                    return any.Groups["then"].Value;
            }
            else
                return results[Result().Match(part).Groups["job"].Value];
        throw new FormatException($"It ends without a job's own word: {expression}");
    }

    [GeneratedRegex(@"^contains\(needs\.\*\.result, '(?<word>\w+)'\) && '(?<then>\w+)'$", RegexOptions.None, 1000)]
    private static partial Regex Any();

    [GeneratedRegex(@"^needs\.(?<job>\w+)\.result$", RegexOptions.None, 1000)]
    private static partial Regex Result();

    [GeneratedRegex("\"(?<name>[A-Z]+)=(?<value>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Set();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
