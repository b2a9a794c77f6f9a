using System.Text.Json;
using DutyGuy.Commands;

namespace DutyGuy.Tests.Commands;

public sealed class RotaFileCommandsTests : IDisposable
{
    const string Problem = """
        {"name": "example", "from": "2026-03-02", "to": "2026-03-31", "announcedUntil": null, "minGap": 1,
         "duties": [{"id": "duty", "days": [1,2,3,4,5], "holidays": [], "skill": null, "shadowDays": 1}],
         "people": [{"id": "ada", "since": "2024-01-01"}, {"id": "bo", "since": "2024-01-01", "share": 0.5, "workdays": [1,2,3]},
          {"id": "cy", "since": "2024-01-01", "absences": [{"from": "2026-03-09", "to": "2026-03-10"}], "wishes": [{"weekday": 5, "weight": -2}]},
          {"id": "di", "since": "2026-03-09", "experience": []}],
         "fixed": [{"duty": "duty", "date": "2026-03-06", "person": "cy"}], "previous": {"turns": [], "shadows": []}}
        """;

    readonly string folder = Directory.CreateTempSubdirectory("rota").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_planned_rota_keeps_all_rules_and_says_what_it_is_worth()
    {
        var (exit, output, error) = Run(
            "rota",
            "plan",
            File("p.json", Problem),
            "--out",
            At("plan.json"),
            "--steps",
            "20000"
        );
        error.ShouldBeEmpty();
        exit.ShouldBe(0);
        output.ShouldStartWith("22 turns, 0 that nobody can do, 0 moved.");
        Run("rota", "check", At("p.json"), At("plan.json")).ShouldBe((0, "No rule is broken.\n", ""));
    }

    [Fact]
    public void The_same_steps_give_the_same_bytes()
    {
        File("p.json", Problem);
        Run("rota", "plan", At("p.json"), "--out", At("one.json"), "--steps", "9000").Exit.ShouldBe(0);
        Run("rota", "plan", At("p.json"), "--out", At("two.json"), "--steps", "9000").Exit.ShouldBe(0);
        System.IO.File.ReadAllBytes(At("two.json")).ShouldBe(System.IO.File.ReadAllBytes(At("one.json")));
    }

    [Fact]
    public void A_broken_rule_is_named_and_the_exit_code_is_1()
    {
        var plan =
            """{"turns": [{"duty": "duty", "date": "2026-03-05", "person": "bo"}], "shadows": [], "uncovered": []}""";
        var (exit, output, _) = Run("rota", "check", File("p.json", Problem), File("plan.json", plan));
        exit.ShouldBe(1);
        output.ShouldContain("notWorking: bo on 2026-03-05 for duty\n");
        output.ShouldContain("fixed: duty on 2026-03-06 belongs to cy\n");
        output.ShouldContain("unnamed: duty on 2026-03-03 is open without a cause\n");
    }

    [Theory]
    [InlineData("nothing", "invalid")]
    [InlineData(
        """{"name": "x", "from": "2026-03-32", "to": "2026-04-01"}""",
        "“2026-03-32” is not a date like 2026-03-29."
    )]
    [InlineData("""{"name": "x", "from": "2026-03-31", "to": "2026-03-01"}""", "The plan ends before it begins.")]
    public void A_problem_that_makes_no_sense_is_refused(string problem, string why)
    {
        var (exit, _, error) = Run("rota", "plan", File("p.json", problem), "--out", At("plan.json"));
        exit.ShouldBe(1);
        error.ShouldContain(why);
    }

    [Fact]
    public void Seconds_and_steps_exclude_each_other() =>
        Run("rota", "plan", File("p.json", Problem), "--out", At("x"), "--steps", "9", "--seconds", "1")
            .Exit.ShouldBe(1);

    [Fact]
    public void Who_is_on_duty_is_answered_line_by_line()
    {
        var cases = """
            {"cases": [
             {"id": "a", "zone": "Europe/Paris", "query": "2026-03-30T06:59:59Z",
              "rotation": {"unit": "day", "every": 1, "start": "2026-03-28T09:00", "participants": ["A", "B", "C"]}},
             {"id": "b", "zone": "Europe/Paris", "query": "2026-03-30T07:00:00Z",
              "rotation": {"unit": "workday", "every": 1, "start": "2026-03-27T09:00", "participants": ["A", "B"], "duty_hours": {"from": "09:00", "to": "18:00"}}},
             {"id": "c", "zone": "Europe/Paris", "query": "2026-03-30T16:00:00Z",
              "rotation": {"unit": "workday", "every": 1, "start": "2026-03-27T09:00", "participants": ["A", "B"], "duty_hours": {"from": "09:00", "to": "18:00"}}}]}
            """;
        Run("rota", "at", File("cases.json", cases), "--out", At("answers.jsonl")).Exit.ShouldBe(0);
        System
            .IO.File.ReadAllLines(At("answers.jsonl"))
            .ShouldBe(["""{"id":"a","person":"B"}""", """{"id":"b","person":"B"}""", """{"id":"c","person":null}"""]);
    }

    [Fact]
    public void A_simulation_answers_as_a_sentence_and_for_programs()
    {
        Run("rota", "simulate", "--people", "50", "--duties", "2")
            .Output.ShouldContain("For a gap of at most 25 working days: 2 duties in the median, 3 for nine of ten.");
        var json = JsonDocument
            .Parse(Run("rota", "simulate", "--team", File("p.json", Problem), "--json").Output)
            .RootElement;
        json.GetProperty("people").GetInt32().ShouldBe(4);
        json.GetProperty("shares").GetDouble().ShouldBe(3.5);
        Run("rota", "simulate", "--people", "0").Error.ShouldContain("A team has 1 to 5000 people.");
    }

    string At(string name) => Path.Combine(folder, name);

    string File(string name, string text)
    {
        System.IO.File.WriteAllText(At(name), text);
        return At(name);
    }

    static (int Exit, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var exit = DutyCommands.Create().Parse(args).Invoke(new() { Output = output, Error = error });
        return (exit, output.ToString(), error.ToString());
    }
}
