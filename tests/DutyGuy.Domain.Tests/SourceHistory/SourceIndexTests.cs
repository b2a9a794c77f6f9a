using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.SourceHistory;

public class SourceIndexTests
{
    private static readonly MadeHistory History = new MadeHistory()
        .Commit("lea", 0, "Add the agenda", "app/agenda.rb", "app/slots.rb")
        .Commit("tom", 1, "Fix a crash of the agenda", "app/agenda.rb")
        .Rename("lea", 2, "app/agenda.rb", "app/calendar/agenda.rb")
        .Commit("tom", 3, "Add rooms", "app/rooms.rb");

    [Fact]
    public void Known_at_a_commit_is_it_and_what_landed_before()
    {
        History.Index().KnownAt(MadeHistory.Id(1)).ShouldBe(2);
        History.Index().KnownAt(MadeHistory.Id(77)).ShouldBeNull();
        History.Index().KnownBefore(MadeHistory.Start + (2 * MadeHistory.Day)).ShouldBe(2);
    }

    [Fact]
    public void What_a_merge_brought_in_is_known_with_the_merge_and_not_before()
    {
        LoggedCommit Commit(int number, double day, params int[] parents) =>
            new(
                MadeHistory.Id(number),
                [.. parents.Select(MadeHistory.Id)],
                MadeHistory.Who("lea"),
                MadeHistory.Start + (long)(day * MadeHistory.Day),
                "Change",
                MendsIssue: false,
                [],
                []
            );
        var index = new SourceIndex();
        index
            .Append([Commit(3, 4, 1, 2), Commit(2, 1, 0), Commit(1, 2, 0), Commit(0, 0)], MadeHistory.Id(3))
            .ShouldBeTrue();

        index.KnownAt(MadeHistory.Id(1)).ShouldBe(2);
        index.KnownAt(MadeHistory.Id(2)).ShouldBe(2);
        index.KnownAt(MadeHistory.Id(3)).ShouldBe(4);
    }

    [Fact]
    public void Written_and_read_it_is_the_same_and_what_a_kill_left_is_passed_over()
    {
        var index = History.Index();
        using var bytes = new MemoryStream();
        SourceIndexJournal.Write(index, 0, new JournalNames(), bytes);
        var sound = (int)bytes.Length;
        bytes.Write([17, 0, 0, 0, 1, 2]);

        var (read, length) = SourceIndexJournal.Read(bytes.ToArray());

        length.ShouldBe(sound);
        read.Head.ShouldBe(index.Head);
        (read.Count, read.ChangeCount).ShouldBe((4, 5));
        read.TitleOf(1).ShouldBe("Fix a crash of the agenda");
    }

    [Fact]
    public void New_commits_follow_and_a_rewritten_history_is_refused()
    {
        var index = History.Index(until: 2);

        index.Append([.. History.Commits.Skip(2)], MadeHistory.Id(3)).ShouldBeTrue();
        index.Count.ShouldBe(4);
        index.Append([History.Commits[0] with { Id = MadeHistory.Id(50) }], MadeHistory.Id(50)).ShouldBeFalse();
    }

    [Fact]
    public void One_person_has_the_same_address_or_the_same_full_name()
    {
        var people = new Identities();
        var work = people.Of(new Signature("Lea Martin", "lea@clinic.example"));
        var home = people.Of(new Signature("Lea Martin", "lea@home.example"));
        var tom = people.Of(new Signature("tom", "tom@clinic.example"));
        var bot = people.Of(new Signature("dependabot[bot]", "support@forge.example"));

        people.PersonOf(home).ShouldBe(people.PersonOf(work));
        people.PersonOf(tom).ShouldNotBe(people.PersonOf(work));
        people.IsBot(bot).ShouldBeTrue();
    }
}
