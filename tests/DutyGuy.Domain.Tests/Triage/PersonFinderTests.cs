using CsCheck;
using DutyGuy.Domain.Tests.SourceHistory;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

public class PersonFinderTests
{
    private static readonly string[] Names = ["lea", "tom", "ann", "bob"];
    private static readonly string[] Paths = ["app/agenda.rb", "app/slots.rb", "lib/mail.rb", "web/page.ts"];

    private static readonly Gen<MadeHistory> Histories = Gen.Select(
            Gen.Int[0, Names.Length - 1],
            Gen.Double[0, 20],
            Gen.Int[0, Paths.Length - 1].Array[1, 3]
        )
        .Array[2, 30]
        .Select(commits =>
        {
            var (history, day) = (new MadeHistory(), 0.0);
            foreach (var (name, days, paths) in commits)
                history.Commit(Names[name], day += days, "Fix it", [.. paths.Distinct().Select(path => Paths[path])]);
            return history;
        });

    private static OwnerQuestion Question(SourceIndex index, int known, params string[] paths) =>
        new([.. paths.Select(path => new OwnerFrame(path, 1))], LandedAfter(index, known), known);

    private static long LandedAfter(SourceIndex index, int known) => index.LandedAt(known - 1) + 3600;

    [Fact]
    public void Who_keeps_changing_the_file_comes_first_with_reasons_in_words()
    {
        var history = new MadeHistory();
        for (var day = 0; day < 20; day++)
            history.Commit(day % 4 == 0 ? "tom" : "lea", day, "Change", day % 4 == 0 ? "web/page.ts" : "app/agenda.rb");
        var index = history.Index();

        var ranking = new PersonFinder(index).Rank(Question(index, index.Count, "app/agenda.rb"), []);

        ranking.Candidates[0].Address.ShouldBe("lea@clinic.example");
        ranking.Candidates[0].Reasons[0].ShouldBe("made 100 % of the changes of agenda.rb, last within a day");
        ranking.NobodyFits.ShouldBeFalse();
    }

    [Fact]
    public void It_is_never_empty_and_its_probabilities_are_parts_of_1() =>
        Histories.Sample(
            history =>
            {
                var index = history.Index();
                foreach (var path in (string[])[.. Paths, "never/seen.rb"])
                {
                    var candidates = new PersonFinder(index).Rank(Question(index, index.Count, path), []).Candidates;
                    candidates.ShouldNotBeEmpty();
                    candidates.Sum(candidate => candidate.Probability).ShouldBeLessThanOrEqualTo(1.0001f);
                    candidates.ShouldAllBe(candidate => candidate.Reasons.Count > 0);
                }
            },
            iter: 50
        );

    [Fact]
    public void An_error_without_frames_has_people_too()
    {
        var index = new MadeHistory().Commit("lea", 0, "Add", "a.rb").Index();
        new PersonFinder(index)
            .Rank(new OwnerQuestion([], MadeHistory.Start + (900 * MadeHistory.Day), 1), [])
            .Candidates.Single()
            .Address.ShouldBe("lea@clinic.example");
    }

    [Fact]
    public void What_landed_after_the_parent_changes_no_answer() =>
        Gen.Select(Histories, Gen.Int[1, 29])
            .Sample(
                (history, until) =>
                {
                    var known = Math.Min(until, history.Commits.Count);
                    var (whole, then) = (history.Index(), history.Index(until: known));
                    Evidence(whole, known).ShouldBe(Evidence(then, known));
                },
                iter: 50
            );

    private static IEnumerable<float> Evidence(SourceIndex index, int known) =>
        Domain
            .Evidence.Gather(index, new PathWords(index), Question(index, known, Paths[0], Paths[1]), [])
            .Rows.SelectMany(row => row);

    [Fact]
    public void The_same_question_has_the_same_answer() =>
        Histories.Sample(
            history =>
            {
                var (one, other) = (history.Index(), history.Index());
                string[] Answer(SourceIndex index) =>
                    [
                        .. new PersonFinder(index)
                            .Rank(Question(index, index.Count, Paths[0]), [])
                            .Candidates.Select(c => c.Address),
                    ];
                Answer(one).ShouldBe(Answer(other));
            },
            iter: 50
        );
}
