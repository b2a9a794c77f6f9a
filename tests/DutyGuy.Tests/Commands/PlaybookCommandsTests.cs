using System.CommandLine;
using DutyGuy.Commands;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Commands;

public sealed class PlaybookCommandsTests : IDisposable
{
    private static readonly string Engineering = PlaybookFolder.Shipped("engineering");
    private readonly string folder = Directory.CreateTempSubdirectory("playbook").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static (int Exit, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = new RootCommand { PlaybookCommands.Create() }
            .Parse(args)
            .Invoke(new() { Output = output, Error = error });
        return (exit, output.ToString(), error.ToString());
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    [Theory]
    [InlineData("engineering")]
    [InlineData("devops")]
    public void The_shipped_playbooks_have_no_problems(string name)
    {
        var (exit, output, error) = Run("playbook", "check", PlaybookFolder.Shipped(name));
        exit.ShouldBe(0);
        output.ShouldContain("no problems");
        error.ShouldBeEmpty();
    }

    [Fact]
    public void A_problem_is_told_on_standard_error_and_the_exit_code_is_1()
    {
        File(
            "duty.md",
            "# Duty: X {#x}\n- zon: UTC\n- hours: 09:00 to 18:00, every day\n## R {#r}\n- do: checklist a\n"
        );
        var (exit, output, error) = Run("playbook", "check", folder);
        exit.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldContain("Line 2 of duty.md: “zon” is not a word of the playbook. Did you mean “zone”?");
        Run("playbook", "check", folder, "--json").Output.ShouldContain("\"line\":2,\"column\":3");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused()
    {
        var (exit, _, error) = Run("playbook", "check", Path.Combine(folder, "nowhere"));
        exit.ShouldBe(1);
        error.ShouldContain("nowhere");
    }

    [Fact]
    public void Situations_are_answered_line_by_line()
    {
        var situations = File(
            "s.jsonl",
            """
            {"id":0,"now":"2026-03-29T13:59:59Z","zone":"Europe/Paris","onDuty":true,"ci":"passing","errors":[],"doneToday":{"performance":true,"rollout":false}}
            {"id":1,"now":"2026-03-29T14:00:00Z","zone":"Europe/Paris","onDuty":true,"ci":"unknown","errors":[{"id":"p0","environment":"production","status":"open","createdAt":"2026-03-01T00:00:00Z","assignee":null}],"doneToday":{"performance":true,"rollout":false}}
            """
        );
        var answers = Path.Combine(folder, "a.jsonl");
        Run("playbook", "evaluate", "--playbook", Engineering, "--situations", situations, "--out", answers)
            .Exit.ShouldBe(0);
        System
            .IO.File.ReadAllLines(answers)
            .ShouldBe([
                """{"id":0,"lines":[]}""",
                """{"id":1,"lines":[{"rule":"production","subject":"p0","actions":["find owner","poke","assign"]},{"rule":"rollout","subject":null,"actions":["checklist rollout"]}]}""",
            ]);
    }

    [Theory]
    [InlineData("{", "Line 1 of s.jsonl: ")]
    [InlineData(
        """{"id":1,"now":"2026-03-29T14:00:00Z","zone":"Mars","onDuty":true,"ci":"passing","errors":[],"doneToday":{}}""",
        "“Mars” is not a time zone"
    )]
    [InlineData("""{"id":1}""", "Line 1 of s.jsonl: ")]
    public void A_broken_situation_is_told_with_its_line(string line, string message)
    {
        var situations = File("s.jsonl", line);
        var (exit, _, error) = Run(
            "playbook",
            "evaluate",
            "--playbook",
            Engineering,
            "--situations",
            situations,
            "--out",
            Path.Combine(folder, "a.jsonl")
        );
        exit.ShouldBe(1);
        error.ShouldContain(message);
    }
}
