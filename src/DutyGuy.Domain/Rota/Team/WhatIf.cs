using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// A change that somebody thinks of: what it would do to the rota is shown before it is saved. What is null stays as it is.
/// </summary>
public sealed record WhatIf
{
    /// <summary>Whom it is about; somebody who is not in the team yet joins.</summary>
    public string? Person { get; init; }

    /// <summary>They are away from this day on ...</summary>
    public LocalDate? AwayFrom { get; init; }

    /// <summary>... up to this one.</summary>
    public LocalDate? AwayTo { get; init; }

    /// <summary>The first day of a joiner.</summary>
    public LocalDate? JoinedOn { get; init; }

    /// <summary>The last day of a leaver.</summary>
    public LocalDate? LeftOn { get; init; }

    /// <summary>A new share of the turns.</summary>
    public double? Share { get; init; }

    /// <summary>New days of the week on which they work.</summary>
    public IReadOnlyList<IsoDayOfWeek>? WorkingDays { get; init; }

    /// <summary>The duty that a joiner takes part in, or that is closed; all when null.</summary>
    public string? Duty { get; init; }

    /// <summary>A date without duty.</summary>
    public LocalDate? ClosedOn { get; init; }

    /// <summary>A duty that is made, with the hours of the first one.</summary>
    public string? NewDuty { get; init; }

    /// <summary>Who takes part in it; everybody of the first one when null.</summary>
    public IReadOnlyList<string>? Members { get; init; }

    /// <summary>What is wrong with it, or null.</summary>
    public Refusal? Wrong(TeamRota team) =>
        Duty is not null && team.Duties.All(d => d.Duty != Duty) ? Refusal.NotFound($"There is no duty “{Duty}”.")
        : Person is not null && JoinedOn is null && team.Duties.All(d => d.Members.All(m => m.Handle != Person))
            ? Refusal.NotFound($"“{Person}” is in no rota. Say joinedOn for somebody who joins.")
        : AwayTo < AwayFrom ? Refusal.Invalid("It ends before it begins.", "awayTo")
        : Share is not null and not (> 0 and <= 1) ? Refusal.Invalid("A share is above 0 and at most 1.", "share")
        : NewDuty is not null && team.Duties.Any(d => d.Duty == NewDuty)
            ? Refusal.Conflict($"There is a duty “{NewDuty}” already.")
        : Members?.FirstOrDefault(m => !team.People.ContainsKey(m)) is { } stranger
            ? Refusal.Invalid($"“{stranger}” is nobody in the team.", "members")
        : Person is null && ClosedOn is null && NewDuty is null
            ? Refusal.Invalid(
                "Say what changes: a person with days away, a first or last day, a share or working days; or closedOn; or newDuty.",
                "person"
            )
        : null;

    /// <summary>The team as it would be.</summary>
    public TeamRota In(TeamRota team) =>
        team with
        {
            Duties = [.. team.Duties.Select(With), .. New(team)],
            People =
                Person is { } one && Share is { } share && team.People.TryGetValue(one, out var known)
                    ? new Dictionary<string, Person>(team.People, StringComparer.Ordinal)
                    {
                        [one] = known with { Share = share },
                    }
                    : team.People,
        };

    IEnumerable<RotaFacts> New(TeamRota team)
    {
        if (NewDuty is not { } made)
            yield break;
        var like = team.Duties[0];
        yield return new(
            made,
            like.Hours,
            like.Hours.NextWorkingDay(like.Hours.DateOf(team.Now)),
            [
                .. Members is null
                    ? like.Members
                    : Members.Select(m =>
                        team.Duties.SelectMany(d => d.Members).FirstOrDefault(known => known.Handle == m)
                        ?? new Member(m, team.People[m].JoinedOn, team.People[m].LeftOn)
                    ),
            ],
            like.Absences,
            [],
            []
        );
    }

    RotaFacts With(RotaFacts duty)
    {
        var mine = Duty is null || Duty == duty.Duty;
        var absent =
            Person is { } away && AwayFrom is { } from
                ? [new Absence(away, from, AwayTo ?? from)]
                : Array.Empty<Absence>();
        return duty with
        {
            Hours =
                mine && ClosedOn is { } closed
                    ? duty.Hours with
                    {
                        ClosedOn = duty.Hours.ClosedOn.Append(closed).ToHashSet(),
                    }
                    : duty.Hours,
            Absences = [.. duty.Absences, .. absent],
            Members =
            [
                .. duty.Members.Select(With),
                .. mine && Person is { } joiner && JoinedOn is { } first && duty.Members.All(m => m.Handle != joiner)
                    ? [new Member(joiner, first, LeftOn, WorkingDays?.ToHashSet())]
                    : Array.Empty<Member>(),
            ],
        };
    }

    Member With(Member member) =>
        member.Handle != Person
            ? member
            : member with
            {
                LeftOn = LeftOn ?? member.LeftOn,
                WorkingDays = WorkingDays?.ToHashSet() ?? member.WorkingDays,
            };
}
