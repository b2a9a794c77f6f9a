using CsCheck;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

public class MostAdequatePersonTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 16, 0);
    private static readonly KnownAuthor Lea = new("lea", ["lea@clinic.example"], ["Lea Martin"]);
    private static readonly KnownAuthor Tom = new("tom", ["tom@clinic.example"], ["Tom Weber"]);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static FileAuthor Wrote(KnownAuthor person, params int[] daysAgo) =>
        new(person.Names[0], person.Mails[0], [.. daysAgo.Select(days => Now - Duration.FromDays(days))]);

    private static FrameHistory Frame(string file, params FileAuthor[] authors) => new(file, InApp: true, authors);

    private static IEnumerable<string> Order(params FrameHistory[] frames) =>
        MostAdequatePerson.Rank(frames, [Lea, Tom], Now).Candidates.Select(candidate => candidate.Person);

    [Fact]
    public void Who_wrote_most_of_the_file_comes_first_with_the_reason_in_words()
    {
        var ranking = MostAdequatePerson.Rank(
            [Frame("src/Slots.cs", Wrote(Tom, 2, 3), Wrote(Lea, 2, 3, 4))],
            [Tom, Lea],
            Now
        );

        ranking.WhyNobody.ShouldBeNull();
        ranking.Candidates[0].Person.ShouldBe("lea");
        ranking.Candidates[0].Reasons.ShouldBe(["wrote 3 of the last 5 changes of Slots.cs, the last one 2 days ago"]);
        ranking.Candidates.Sum(candidate => candidate.Score).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void A_recent_change_weighs_more_than_older_ones() =>
        Order(Frame("a.cs", Wrote(Lea, 400, 401, 402), Wrote(Tom, 1))).ShouldBe(["tom", "lea"]);

    [Fact]
    public void The_frame_where_it_failed_weighs_more_than_its_callers() =>
        Order(Frame("top.cs", Wrote(Tom, 5)), Frame("caller.cs", Wrote(Lea, 5))).ShouldBe(["tom", "lea"]);

    [Fact]
    public void Own_code_weighs_more_than_a_library_in_the_repository() =>
        Order(Frame("lib.cs", Wrote(Tom, 5)) with { InApp = false }, Frame("own.cs", Wrote(Lea, 5)))
            .ShouldBe(["lea", "tom"]);

    [Fact]
    public void A_file_that_calls_itself_counts_once() =>
        MostAdequatePerson
            .Rank([Frame("a.cs", Wrote(Lea, 1)), Frame("a.cs", Wrote(Lea, 1))], [Lea], Now)
            .Candidates.Single()
            .Reasons.ShouldBe(["wrote the only known change of a.cs, 1 day ago"]);

    [Fact]
    public void Absent_people_are_ranked_and_named_as_absent()
    {
        KnownAuthor[] people = [Lea with { Present = false }, Tom with { Left = true }];

        var candidates = MostAdequatePerson
            .Rank([Frame("a.cs", Wrote(Lea, 1, 2), Wrote(Tom, 1))], people, Now)
            .Candidates;

        candidates.Select(candidate => candidate.Absent).ShouldAllBe(absent => absent);
        candidates.Select(candidate => candidate.Reasons[0]).ShouldBe(["is absent today", "has left the team"]);
    }

    [Fact]
    public void An_author_is_joined_by_mail_in_any_case_or_by_full_name()
    {
        var byMail = new FileAuthor("lm", "LEA@clinic.example", [Now]);
        var byName = new FileAuthor("tom weber", "tw@old.example", [Now]);

        Order(Frame("a.cs", byMail, byName)).ShouldBe(["lea", "tom"], ignoreOrder: true);
    }

    [Fact]
    public void A_name_that_two_people_bear_joins_nobody()
    {
        var stranger = new FileAuthor("Lea Martin", "x@y.example", [Now]);
        var ranking = MostAdequatePerson.Rank([Frame("a.cs", stranger)], [Lea, Lea with { Handle = "lea2" }], Now);

        ranking.Candidates.ShouldBeEmpty();
        ranking.WhyNobody.ShouldBe("Nobody in the team has the address or name of Lea Martin <x@y.example>.");
    }

    [Fact]
    public void A_strangers_part_of_the_work_is_given_to_nobody() =>
        MostAdequatePerson
            .Rank([Frame("a.cs", Wrote(Lea, 1), Wrote(Tom, 1))], [Lea], Now)
            .Candidates.Single()
            .Score.ShouldBe(0.5, 1e-9);

    [Fact]
    public void Without_frames_or_history_nobody_is_named_and_the_reason_is_said()
    {
        MostAdequatePerson
            .Rank([], [Lea], Now)
            .ShouldSatisfyAllConditions(
                ranking => ranking.Candidates.ShouldBeEmpty(),
                ranking => ranking.WhyNobody.ShouldBe("No frame of this error is a file of a watched repository.")
            );
        MostAdequatePerson.Rank([Frame("a.cs")], [Lea], Now).WhyNobody.ShouldBe("The history of a.cs is empty.");
    }

    [Fact]
    public void Scores_are_between_0_and_1_in_falling_order_whatever_comes_in()
    {
        var author = Gen.Select(
            OneOf("Lea Martin", "Tom Weber", "", "bot"),
            OneOf("lea@clinic.example", "", "x@y"),
            Gen.Int[-1000, 30_000].Array[0, 4],
            (name, mail, days) => new FileAuthor(name, mail, [.. days.Select(day => Now - Duration.FromDays(day))])
        );
        var frame = Gen.Select(
            OneOf("a.cs", "b/c.ts", ""),
            Gen.Bool,
            author.Array[0, 4],
            (file, own, authors) => new FrameHistory(file, own, authors)
        );

        frame
            .Array[0, 6]
            .Sample(frames =>
            {
                var scores = MostAdequatePerson.Rank(frames, [Lea, Tom], Now).Candidates.Select(c => c.Score).ToList();
                scores.ShouldAllBe(score => score >= 0 && score <= 1);
                scores.ShouldBe(scores.OrderDescending());
            });
    }
}
