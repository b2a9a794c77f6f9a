using CsCheck;
using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Duties;

/// <summary>S91: a duty keeps what it looks after.</summary>
public class DutyAssignmentTests
{
    static readonly KnownSources Known = new(["clinic", "shop"], ["clinic", "till"]);

    [Fact]
    public void One_duty_looks_after_everything_whatever_it_names()
    {
        Owner([Duty("engineering")], "shop").ShouldBe("engineering");
        Owner([Duty("engineering", ["clinic"])], "shop").ShouldBe("engineering");
        Owner([Duty("engineering", ["clinic"]), Ended("aardvark", ["shop"])], "shop").ShouldBe("engineering");
    }

    [Fact]
    public void Of_two_the_one_that_names_it_else_nobody_however_they_are_called()
    {
        IReadOnlyList<Duty> duties = [Duty("engineering", ["clinic"]), Duty("aardvark", ["shop"]), Duty("zebra")];
        Owner(duties, "clinic").ShouldBe("engineering");
        Owner(duties, "shop").ShouldBe("aardvark");
        Owner(duties, "new").ShouldBeNull();
        DutyAssignment.OfRepository([], "clinic").ShouldBeNull();
    }

    [Fact]
    public void Before_a_second_duty_joins_all_that_there_is_is_written_down_to_the_first()
    {
        var after = LookingAfter.Joined([Duty("engineering", ["planned"])], Duty("aardvark"), Known);
        after.Moves.ShouldBeEmpty();
        after.Duties[0].Repositories.ShouldBe(["planned", "clinic", "shop"]);
        after.Duties[0].Projects.ShouldBe(["clinic", "till"]);
        after.Duties[1].Repositories.ShouldBe([]);
        after.Duties[1].Projects.ShouldBe([]);
    }

    [Fact]
    public void What_a_new_duty_names_moves_to_it_and_is_said_in_both()
    {
        var after = LookingAfter.Joined([Duty("engineering")], Duty("aardvark", ["shop"]), Known);
        Owner(after.Duties, "shop").ShouldBe("aardvark");
        Owner(after.Duties, "clinic").ShouldBe("engineering");
        after.Duties[0].Repositories.ShouldBe(["clinic"]);
        after
            .Moves.Select(m => (m.Kind, m.Name, m.From?.Id, m.To?.Id))
            .ShouldBe([(KnownKind.Repository, "shop", "engineering", "aardvark")]);
        MoveFacts
            .Of(after.Moves, "nic", At(1))
            .Select(f => (f.Duty, f.Text))
            .ShouldBe([
                ("engineering", "nic gave the repository shop from Engineering to Aardvark."),
                ("aardvark", "nic gave the repository shop from Engineering to Aardvark."),
            ]);
    }

    [Fact]
    public void Naming_what_another_duty_names_takes_it_from_there()
    {
        IReadOnlyList<Duty> duties = [Duty("engineering", ["clinic", "shop"]), Duty("aardvark", [])];
        var after = LookingAfter.Changed(duties, duties[1], ["shop", "shop"], null, Known);
        after
            .Duties.OrderByDescending(d => d.Id)
            .Select(d => d.Repositories)
            .ShouldBe([
                ["clinic"],
                ["shop"],
            ]);
        after.Moves.Count.ShouldBe(1);
    }

    [Fact]
    public void What_a_duty_names_no_more_is_nobodys()
    {
        IReadOnlyList<Duty> duties = [Duty("engineering", ["clinic", "shop"]), Duty("aardvark", [])];
        var after = LookingAfter.Changed(duties, duties[0], ["clinic"], null, Known);
        MoveFacts
            .Text(after.Moves, "nic")
            .ShouldBe("Nobody looks after the repository shop any more; Engineering did, until nic changed it.");
    }

    [Fact]
    public void What_an_ended_duty_had_is_nobodys_until_one_duty_is_left()
    {
        IReadOnlyList<Duty> duties = [Duty("a", ["clinic"]), Duty("b", ["shop"]), Duty("c", [])];
        var after = LookingAfter.Ended(duties, "b", At(5), Known);
        after.Moves.Select(m => (m.Name, m.From?.Id, m.To?.Id)).ShouldBe([("shop", "b", null)]);
        IReadOnlyList<Duty> left = [duties[0], after.Duties[0], duties[2]];
        Owner(left, "shop").ShouldBeNull();
        var last = LookingAfter.Ended(left, "c", At(6), Known);
        last.Moves.Where(m => m.Kind == KnownKind.Repository)
            .Select(m => (m.Name, m.From?.Id, m.To?.Id))
            .ShouldBe([("shop", null, "a")]);
    }

    [Fact]
    public void The_eldest_comes_first_whatever_it_is_called()
    {
        var young = Duty("aardvark") with { CreatedAt = At(2) };
        DutyAssignment
            .Standing([young, Duty("engineering"), Ended("before")])
            .Select(d => d.Id)
            .ShouldBe(["engineering", "aardvark"]);
    }

    /// <summary>Whatever is added, renamed, changed or ended: what has another owner than before was told, and no more.</summary>
    [Fact]
    public void Whatever_happens_nothing_changes_hands_in_silence() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 6], Gen.Int[0, 3], Gen.Int[0, 15])
            .List[1, 25]
            .Sample(
                steps =>
                {
                    IReadOnlyList<Duty> duties = [Duty("d0")];
                    foreach (var (what, which, names, order) in steps)
                    {
                        var before = Owners(duties);
                        var (after, moves, mayMove) = Step(duties, what, which, names, order);
                        var told = moves.Select(m => (m.Kind, m.Name, m.From?.Id, m.To?.Id)).Order();
                        var differ = Owners(after)
                            .Where(o => before[o.Key] != o.Value)
                            .Select(o => (o.Key.Item1, o.Key.Item2, before[o.Key], o.Value))
                            .Order();
                        told.ShouldBe(differ);
                        if (!mayMove)
                            moves.ShouldBeEmpty();
                        foreach (var kind in Enum.GetValues<KnownKind>())
                            if (DutyAssignment.Standing(after) is { Count: > 1 } standing)
                                standing.SelectMany(d => DutyAssignment.Named(d, kind) ?? []).ShouldBeUnique();
                        duties = after;
                    }
                },
                iter: 300
            );

    static (IReadOnlyList<Duty> After, IReadOnlyList<Moved> Moves, bool MayMove) Step(
        IReadOnlyList<Duty> duties,
        int what,
        int which,
        int names,
        int order
    )
    {
        var standing = DutyAssignment.Standing(duties);
        var one = standing[which % standing.Count];
        IReadOnlyList<string> some = names switch
        {
            0 => [],
            1 => ["clinic"],
            2 => ["shop"],
            _ => ["shop", "clinic"],
        };
        // The name sorts anywhere among the others.
        var called = $"{(char)('a' + order)}";
        var change = what switch
        {
            0 => LookingAfter.Joined(duties, New(duties, called, null), Known),
            1 => LookingAfter.Joined(duties, New(duties, called, some), Known),
            2 => LookingAfter.Changed(duties, one, some, null, Known),
            3 when standing.Count > 1 => LookingAfter.Ended(duties, one.Id, At(which + 10), Known),
            _ => LookingAfter.Changed(duties, one with { Name = called }, null, null, Known),
        };
        var after = duties.Where(d => change.Duties.All(c => c.Id != d.Id)).Concat(change.Duties);
        var asked = what is 1 or 2 || (what == 3 && standing.Count > 1);
        return ([.. after.OrderBy(d => d.Name, StringComparer.Ordinal)], change.Moves, asked);
    }

    static Dictionary<(KnownKind, string), string?> Owners(IReadOnlyList<Duty> duties) =>
        Enum.GetValues<KnownKind>()
            .SelectMany(kind => Known.Of(kind).Select(name => (kind, name)))
            .ToDictionary(s => s, s => DutyAssignment.Of(duties, s.kind, s.name)?.Id);

    static Duty New(IReadOnlyList<Duty> duties, string name, IReadOnlyList<string>? repositories) =>
        Duty($"d{duties.Count}", repositories) with
        {
            Name = name,
            CreatedAt = At(duties.Count),
        };

    static string? Owner(IReadOnlyList<Duty> duties, string repository) =>
        DutyAssignment.OfRepository(duties, repository)?.Id;

    static Duty Ended(string id, IReadOnlyList<string>? repositories = null) =>
        Duty(id, repositories) with
        {
            EndedAt = At(3),
        };

    static Duty Duty(string id, IReadOnlyList<string>? repositories = null) =>
        new()
        {
            Id = id,
            Name = char.ToUpperInvariant(id[0]) + id[1..],
            Repositories = repositories,
            CreatedAt = At(0),
        };

    static Instant At(int hour) => Instant.FromUtc(2026, 11, 23, 0, 0) + Duration.FromHours(hour);
}
