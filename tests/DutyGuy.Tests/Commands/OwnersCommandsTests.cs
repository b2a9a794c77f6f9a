using System.CommandLine;
using System.Text.Json;
using DutyGuy.Commands;
using DutyGuy.Tests.Adapters;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Commands;

public sealed class OwnersCommandsTests : IDisposable
{
    private readonly RealRepository _shop = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("owners").FullName;

    public void Dispose()
    {
        _shop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string In(string name) => Path.Combine(_folder, name);

    private static (int Exit, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = new RootCommand { OwnersCommands.Create() }
            .Parse(args)
            .Invoke(new() { Output = output, Error = error });
        return (exit, output.ToString(), error.ToString());
    }

    private JsonElement Ask(string parent, params string[] more)
    {
        var time = RealRepository.TimeOf(10).ToUnixTimeSeconds();
        File.WriteAllText(
            In("cases.jsonl"),
            $$"""{"id":"e1","parent":"{{parent}}","time":{{time}},"frames":[{"path":"app/agenda.rb","line":2,"function":"book"}]}"""
                + "\n"
        );
        string[] rank = ["owners", "rank", In("index"), "--cases", In("cases.jsonl"), "--out", In("answers.jsonl")];
        Run([.. rank, .. more]).ShouldBe((0, "", ""));
        return JsonDocument.Parse(File.ReadAllText(In("answers.jsonl"))).RootElement;
    }

    [Fact]
    public void An_index_is_made_grows_and_answers_with_reasons()
    {
        _shop.Write("app/agenda.rb", "one\ntwo\n");
        _shop.Commit("Lea", "Add the agenda");
        Run("owners", "index", _shop.Path, "--out", In("index"))
            .Output.ShouldStartWith("1 commits, 1 changes of files");
        _shop.Write("app/agenda.rb", "one\n2\n");
        var head = _shop.Commit("Tom", "Count in digits");
        Run("owners", "index", _shop.Path, "--out", In("index"))
            .Output.ShouldStartWith("2 commits, 2 changes of files");

        var answer = Ask(head);

        answer.GetProperty("id").GetString().ShouldBe("e1");
        answer
            .GetProperty("ranked")
            .EnumerateArray()
            .Select(a => a.GetString())
            .ShouldBe(["tom@clinic.example", "lea@clinic.example"], ignoreOrder: true);
        Ask(head, "--at-once").GetProperty("why").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Nothing_newer_than_the_parent_is_known()
    {
        _shop.Write("app/agenda.rb", "one\ntwo\n");
        var first = _shop.Commit("Lea", "Add the agenda");
        _shop.Write("app/agenda.rb", "one\n2\n");
        _shop.Commit("Tom", "Count in digits");
        Run("owners", "index", _shop.Path, "--out", In("index")).Exit.ShouldBe(0);

        Ask(first).GetProperty("ranked").EnumerateArray().Single().GetString().ShouldBe("lea@clinic.example");
    }

    [Fact]
    public void What_is_no_repository_or_no_index_is_refused()
    {
        Run("owners", "index", _folder, "--out", In("index")).Exit.ShouldBe(1);
        File.WriteAllText(In("other"), "not an index");
        var (exit, _, error) = Run("owners", "rank", In("other"), "--cases", In("other"), "--out", In("answers"));
        exit.ShouldBe(1);
        error.ShouldContain("make it with duty owners index");
    }
}
