using DutyGuy.Domain.Tests.SourceHistory;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

public class TeamRankingTests
{
    private static readonly Person Lea = Known.Somebody("lea") with
    {
        Name = "Lea Martin",
        Emails = ["lea@clinic.example"],
    };
    private static readonly Person Tom = Known.Somebody("tom") with
    {
        Name = "Tom Weber",
        Emails = ["tom@clinic.example"],
    };

    private static (Identities Authors, int[] People) Wrote(params Signature[] signatures)
    {
        var authors = new Identities();
        return (authors, [.. signatures.Select(authors.Of)]);
    }

    private static OwnerCandidate Candidate(int person, float probability, string reason = "works here") =>
        new(person, $"{person}", probability, [reason]);

    private static IEnumerable<(string, double)> Shares(IEnumerable<Suggestion> found) =>
        found.Select(one => (one.Person, Math.Round(one.Score, 2)));

    [Fact]
    public void An_author_is_joined_by_any_address_in_any_case_or_by_full_name()
    {
        var (authors, people) = Wrote(new("lm", "LEA@clinic.example"), new("tom weber", "tw@old.example"));
        var team = new TeamAuthors(authors, [Lea, Tom]);

        people.Select(team.HandleOf).ShouldBe(["lea", "tom"]);
    }

    [Fact]
    public void All_addresses_of_one_author_count()
    {
        var (authors, people) = Wrote(
            new("Lea M. Example", "lm@home.example"),
            new("Lea M. Example", "lea@clinic.example")
        );

        new TeamAuthors(authors, [Lea]).HandleOf(authors.PersonOf(people[0])).ShouldBe("lea");
    }

    [Fact]
    public void A_name_that_two_people_bear_joins_nobody()
    {
        var (authors, people) = Wrote(new Signature("Lea Martin", "x@y.example"));

        new TeamAuthors(authors, [Lea, Lea with { Handle = "lea2", Emails = [] }]).HandleOf(people[0]).ShouldBeNull();
    }

    [Fact]
    public void A_strangers_part_is_given_to_nobody_and_two_authors_who_are_one_person_add_up()
    {
        var (authors, people) = Wrote(
            new("A stranger", "x@y.example"),
            new("lm", "lea@clinic.example"),
            new("Lea Martin", "lea@home.example")
        );
        var found = TeamRanking.Of(
            7,
            [Candidate(people[0], 0.5f), Candidate(people[1], 0.2f, "wrote it"), Candidate(people[2], 0.1f)],
            new TeamAuthors(authors, [Lea]),
            null
        );

        Shares(found).ShouldBe([("lea", 0.3)]);
        (found[0].ErrorId, found[0].Rank).ShouldBe((7, 1));
        found[0].Reasons.ShouldBe(["wrote it"]);
    }

    [Fact]
    public void A_colleagues_word_takes_its_part_and_the_others_share_the_rest()
    {
        var (authors, people) = Wrote(new("lm", "lea@clinic.example"), new("tw", "tom@clinic.example"));
        OwnerCandidate[] candidates = [Candidate(people[0], 0.9f), Candidate(people[1], 0.1f)];
        var team = new TeamAuthors(authors, [Lea, Tom]);

        var found = TeamRanking.Of(1, candidates, team, new("tom", 0.8, "Lea said so"));
        Shares(found).ShouldBe([("tom", 0.82), ("lea", 0.18)]);
        found[0].Reasons.ShouldBe(["Lea said so", "works here"]);

        Shares(TeamRanking.Of(1, candidates, team, new("jo", 0.5, "Lea said so")))
            .ShouldBe([("jo", 0.5), ("lea", 0.45), ("tom", 0.05)]);
    }

    [Fact]
    public void When_nobody_is_of_the_team_the_best_authors_are_named()
    {
        var index = new MadeHistory().Commit("lea", 0, "Add", "a.rb").Index();
        var ranking = new PersonFinder(index).Rank(new([new("a.rb", 1)], MadeHistory.Start, index.Count), []);

        TeamRanking
            .WhyNobody(ranking, index.People)
            .ShouldBe("Nobody in the team has the address or name of lea Example <lea@clinic.example>.");
    }

    [Fact]
    public void The_files_of_main_are_known_to_the_index()
    {
        var history = new MadeHistory().Commit("lea", 0, "Add", "a.rb", "b.rb").Rename("lea", 1, "a.rb", "c.rb");
        history.Index().Files().ShouldBe(["b.rb", "c.rb"], ignoreOrder: true);
    }
}
