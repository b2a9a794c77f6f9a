using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Boards;

public class DutyPassTests
{
    static World Busy(Instant at) =>
        new(
            Known.Duty(at).With(Known.Ci("a", CiStatus.Failing, Known.At(9, 40))) with
            {
                Errors =
                [
                    Known.Error(1),
                    Known.Error(2, "production"),
                    Known.Error(3, owner: "lea"),
                    Known.Error(4, owner: "mel") with
                    {
                        CreatedAt = at - Duration.FromDays(2),
                    },
                ],
                Pokes = [Known.Poke(3, "lea", Known.At(9, 30))],
            }
        );

    [Fact]
    public void A_hundred_passes_change_nothing_after_the_first()
    {
        var world = Busy(Known.At(10)).Pass(Known.At(10));
        world.Sent.ShouldNotBeEmpty();
        var (sent, rows) = (world.Sent.Count, world.Facts);
        for (var pass = 0; pass < 100; pass++)
            DutyPass.Decide(world.Facts).IsEmpty.ShouldBeTrue();
        world.Sent.Count.ShouldBe(sent);
        world.Facts.ShouldBeSameAs(rows);
    }

    [Fact]
    public void A_week_of_passes_sends_no_key_twice_and_nothing_outside_the_hours()
    {
        var world = Busy(Known.At(8));
        var sent = new List<(string Key, Instant At)>();
        for (var at = Known.At(8); at < Known.At(8, day: 7); at += Duration.FromMinutes(20))
        {
            var before = world.Sent.Count;
            world.Pass(at);
            sent.AddRange(world.Sent.Skip(before).Select(m => (m.Key, at)));
        }
        sent.Select(s => s.Key).ShouldBeUnique();
        sent.ShouldAllBe(s => world.Facts.Rota.Hours.WorkingDayAt(s.At) != null);
        world.Facts.Entries.Count(e => e.To is not null).ShouldBe(5);
        world.Facts.Entries.Select(e => e.From).ShouldBeUnique();
    }

    [Fact]
    public void The_clockwork_comes_to_the_end_of_a_day_by_few_instants()
    {
        var world = Busy(Known.At(8)).Until(Known.At(18));
        var entry = world.Facts.Entries.ShouldHaveSingleItem();
        (entry.From, entry.To, entry.Person).ShouldBe((Known.At(9), Known.At(18), "ann"));
        entry.ClosedAt.ShouldBe(Known.At(18));
        entry.Facts.ShouldContain("### Not finished\n\n- Troubleshoot CI");
        entry.NotFinished[0].ShouldBe(new("green", null, "Troubleshoot CI"));
        world.Facts.Runs.ShouldHaveSingleItem().End.ShouldBe(RunEnd.NotFinished);
    }

    [Fact]
    public void Red_and_green_are_recorded_once_with_the_minutes()
    {
        var world = new World(Known.Duty().With(Known.Ci("a", CiStatus.Failing, Known.At(9, 40)))).Pass(
            Known.At(9, 40)
        );
        world
            .Change(f => f.With(f.Results()[0], Known.Ci("b", CiStatus.Passing, Known.At(10, 16))))
            .Pass(Known.At(10, 16));
        var unseen = Known.Ci("c", CiStatus.Unknown, Known.At(11));
        world.Change(f => f.With(f.Results()[0], f.Results()[1], unseen)).Pass(Known.At(11, 5));
        var green = Known.Ci("c", CiStatus.Passing, Known.At(11, 9));
        world.Change(f => f.With(f.Results()[0], f.Results()[1], unseen, green)).Pass(Known.At(11, 9));
        var main = world.Facts.Record.Where(f => f.Subject == "main").ToList();
        main.Select(f => f.Text)
            .ShouldBe([
                "Main turned red.",
                "Main is green again after 36 minutes of red.",
                "Main cannot be seen.",
                "Main is green.",
            ]);
        main.Count(f => f.Kind == FactKind.MainGreen && f.Data.ContainsKey("minutes")).ShouldBe(1);
        main[1].Data["minutes"].ShouldBe("36");
    }

    [Fact]
    public void A_checklist_of_yesterday_ends_unfinished_and_red_main_opens_a_new_one()
    {
        var world = Busy(Known.At(10)).Pass(Known.At(10));
        world.Pass(Known.At(10, day: 1));
        world.Facts.Runs.Select(r => r.End).ShouldBe([RunEnd.NotFinished, null]);
        world.Facts.Runs[1].OpenedAt.ShouldBe(Known.At(10, day: 1));
    }

    [Fact]
    public void A_run_keeps_the_words_of_its_version_while_another_one_is_in_force()
    {
        var longer = Shipped
            .Changed(
                "- [ ] Main is green again",
                "- [ ] Tell support {#support}\n- [ ] Main is green again",
                "checklists/troubleshoot-ci.md"
            )
            .Playbook!;
        var world = new World(Known.Duty(playbook: longer).With(Known.Ci("a", CiStatus.Failing))).Pass(Known.At(10));
        world.Change(f =>
            f with
            {
                Version = 2,
                Playbook = Shipped.Engineering,
                OtherVersions = new Dictionary<int, Playbook> { [1] = longer },
            }
        );
        world.Pass(Known.At(11));
        var run = world.Facts.Runs[0];
        run.ClosedAt.ShouldBeNull();
        world.Facts.ChecklistOf(run)!.Steps.ShouldContain(s => s.Id == "support");
        world.Change(f => f.With(f.Results()[0], Known.Ci("b", CiStatus.Passing, Known.At(12)))).Pass(Known.At(12));
        world.Facts.Runs.First(r => r.Id == run.Id).End.ShouldBe(RunEnd.ByItself);
    }

    [Fact]
    public void Silence_hands_on_only_while_somebody_is_on_duty()
    {
        var evening = Known.At(18, 30);
        var facts = Known.Duty(Known.At(10)) with
        {
            Errors = [Known.Error(1, owner: "lea")],
            Pokes = [Known.Poke(1, "lea", Known.At(16, 30))],
            Suggestions =
            [
                new()
                {
                    ErrorId = 1,
                    Rank = 1,
                    Person = "mel",
                    Score = 1,
                },
            ],
        };
        var world = new World(facts).Pass(Known.At(17)).Pass(evening);
        world.Facts.Errors[0].Assignee.ShouldBe("lea");
        world.Pass(Known.At(9, day: 1));
        world.Facts.Errors[0].Assignee.ShouldBe("mel");
        world.Sent.Count(m => m.Kind == OutboxKind.Poke).ShouldBe(1);
    }

    [Fact]
    public void Declined_at_night_it_is_handed_on_in_the_morning()
    {
        var (error, poke) = (Known.Error(1, owner: "lea"), Known.Poke(1, "lea", Known.At(17, 30)));
        var world = new World(
            Known.Duty(Known.At(20)) with
            {
                Errors = [error],
                Pokes = [poke],
                Suggestions =
                [
                    new()
                    {
                        ErrorId = 1,
                        Rank = 1,
                        Person = "mel",
                        Score = 1,
                    },
                ],
            }
        );
        world.Keep(Pokes.Answer(world.Facts, poke, error, PokeAnswer.NotMe).Value!);
        world.Pass(Known.At(21));
        world.Sent.ShouldBeEmpty();
        world.Pass(Known.At(9, day: 1)).Pass(Known.At(10, day: 1));
        world.Sent.Count(m => m is { Kind: OutboxKind.Poke, To: "mel" }).ShouldBe(1);
    }

    [Fact]
    public void Other_hours_from_tomorrow_write_no_second_entry_for_yesterday()
    {
        var world = new World(Known.Duty(Known.At(9))).Until(Known.At(19));
        var later = Shipped.Changed("hours: 09:00 to 18:00", "hours: 10:00 to 19:00").Playbook!;
        world.Change(f => f with { Playbook = later, Rota = f.Rota with { Hours = RotaOf.Hours(f.Duty, later) } });
        world.Pass(Known.At(12, day: 1));
        world.Facts.Entries.Select(e => e.From).ShouldBe([Known.At(9), Known.At(10, day: 1)]);
    }

    [Fact]
    public void The_owner_of_an_error_that_turns_old_is_asked_once_for_the_conclusions()
    {
        var error = Known.Error(1, owner: "lea") with
        {
            CreatedAt = Known.At(11, day: -2),
            Ownership = Ownership.Taken,
        };
        var world = new World(Known.Duty(Known.At(10, 59)) with { Errors = [error] }).Pass(Known.At(10, 59));
        world.Sent.ShouldNotContain(m => m.To == "lea" && m.Kind == OutboxKind.Message);
        world.Until(Known.At(17));
        world
            .Sent.Where(m => m.To == "lea" && m.Kind == OutboxKind.Message)
            .ShouldHaveSingleItem()
            .Text.ShouldContain("What did you find?");
    }
}
