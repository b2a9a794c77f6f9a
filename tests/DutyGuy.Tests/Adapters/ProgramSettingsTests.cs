using DutyGuy.Adapters.Programs;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Adapters;

public class ProgramSettingsTests
{
    private static string[] MistakesIn(string json) =>
        Should.Throw<ProgramSettingsException>(() => ProgramSettingsReader.Read(json, "duty.json")).Message.Split('\n');

    [Fact]
    public void The_form_of_the_contract_is_read()
    {
        var settings = ProgramSettingsReader.Read(
            """
            {
              "urls": "http://127.0.0.1:8080", // somebody else's
              "deploy": {"production": {"run": ["./deploy.sh", "{commit}"], "rollBack": ["./deploy.sh", "{previous}"], "timeout": "90s"}},
              "ci": {"clinic": {"run": ["make", "test"]}}
            }
            """,
            "duty.json"
        );

        var production = settings.Deploy["production"];
        production.Run.ShouldBe(["./deploy.sh", "{commit}"]);
        production.RollBack.ShouldBe(["./deploy.sh", "{previous}"]);
        production.Timeout.ShouldBe(TimeSpan.FromSeconds(90));
        settings.Ci["clinic"].Run.ShouldBe(["make", "test"]);
        settings.Ci["clinic"].Timeout.ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void Without_settings_nothing_may_be_run()
    {
        var settings = ProgramSettingsReader.Read("{}", "duty.json");

        (settings.Deploy.Count, settings.Ci.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void Every_mistake_is_told_with_its_place_in_one_go() =>
        MistakesIn(
                """
                {"deploy": {"production": {"run": "./deploy.sh {commit}", "rollback": [], "timeout": "soon"}, "staging": 1},
                 "ci": {"clinic": {"run": ["{release}", "{branch}"], "timeout": "25h"}}}
                """
            )
            .ShouldBe(
                [
                    "duty.json: deploy.production.rollback: is not known; known are run, rollBack, timeout, ends",
                    "duty.json: deploy.production.run: must be a list of texts, the program first, as [\"./deploy.sh\", \"{commit}\"]",
                    "duty.json: deploy.production.timeout: must be a number with s, m or h between 1s and 24h, as \"10m\"",
                    "duty.json: deploy.staging: must be an object, as { \"run\": [\"./deploy.sh\", \"{commit}\"], \"timeout\": \"10m\" }",
                    "duty.json: ci.clinic.run: must name its program without a placeholder",
                    "duty.json: ci.clinic.run: {branch} is not known; known are {commit} {previous} {release} {rollout}",
                    "duty.json: ci.clinic.timeout: must be a number with s, m or h between 1s and 24h, as \"10m\"",
                ],
                ignoreOrder: true
            );

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    public void What_is_not_an_object_is_said(string json) => MistakesIn(json)[0].ShouldStartWith("duty.json: ");
}
