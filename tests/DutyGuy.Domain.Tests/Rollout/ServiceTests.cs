using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rollouts;

/// <summary>Which repository a duty ships, and which rollouts are of it.</summary>
public class ServiceTests
{
    static readonly Instant Now = Known.At(16, 30);

    static MainCommit Of(string repository, string sha, long ordinal) =>
        Known.Commit(sha, ordinal) with
        {
            Repository = repository,
        };

    /// <summary>Two repositories; the places of "site" are far ahead of those of "shop".</summary>
    static readonly IReadOnlyList<RepositoryMain> Two = Known.Mains(
        [
            Known.Ci("5401111", CiStatus.Passing, repository: "shop"),
            Known.Ci("5402222", CiStatus.Passing, repository: "shop"),
            Known.Ci("9901111", CiStatus.Passing, repository: "site"),
        ],
        [Of("site", "9901111", 900), Of("shop", "5402222", 2), Of("shop", "5401111", 1)]
    );

    static Duty Duty(string? ships = null) => Known.Duty().Duty with { Ships = ships };

    static Rollout Told(string to, string service = Services.Default) =>
        Known.Rollout(Known.At(9), RolloutStatus.Done) with
        {
            To = to,
            Release = to,
            Service = service,
            SwitchedAt = Known.At(9),
        };

    static ShipState Ship(string? ships, params Rollout[] rollouts) =>
        ShipState.Of(Service.Of(Duty(ships), Two), [.. rollouts.Where(r => Service.IsOf(r, Duty(ships), Two))], Now);

    [Fact]
    public void With_several_repositories_nothing_ships_until_it_is_said_which()
    {
        Ship(null).Candidate.ShouldBeNull();
        Ship("shop").Candidate!.Sha.ShouldBe("5402222");
        Ship("site").Candidate!.Sha.ShouldBe("9901111");
        Ship("gone").Candidate.ShouldBeNull("it names one that is not there");
        Service.Of(Duty(), [Two[0]]).ShouldBe(Two[0], "the only one needs no name");
    }

    [Fact]
    public void Rollouts_of_another_service_change_nothing()
    {
        var mine = Ship("shop", Told("5401111"), Told("9901111", "site"), Told("9901111"), Told("x", "billing"));
        mine.Running.ShouldBe("5401111");
        mine.Changes!.Select(c => c.Sha).ShouldBe(["5402222"]);
        Ship("shop", Told("5401111", "shop")).Running.ShouldBe("5401111", "the service may be said by its name");
    }

    [Fact]
    public void What_runs_is_the_candidate_then_there_is_nothing_to_ship()
    {
        var same = Ship("shop", Told("5402222"));
        same.NothingToShip.ShouldBeTrue();
        Ship("shop", Told("5401111")).NothingToShip.ShouldBeFalse();
        Ship("shop").NothingToShip.ShouldBeFalse("nobody knows what runs");
        Ship("shop", Told("v1.2")).NothingToShip.ShouldBeFalse("a tag that main does not know");
        Ship("shop", Told("v1.2")).Changes.ShouldBeNull("not known is not nothing");
        Ship("shop").Count.ShouldBe("changes not known");
    }

    [Fact]
    public void A_commit_older_than_what_runs_is_no_candidate()
    {
        var main = Known.Mains(
            [Known.Ci("5401111", CiStatus.Passing, repository: "shop")],
            [Of("shop", "5402222", 2), Of("shop", "5401111", 1)]
        )[0];
        ShipState.Of(main, [Told("5402222")], Now).Candidate.ShouldBeNull();
    }

    [Fact]
    public void A_short_hash_is_the_commit_that_it_begins()
    {
        const string whole = "540222233334444555566667777888899990000a";
        var main = Known.Mains([], [Of("shop", whole, 2), Of("shop", "5401111", 1)])[0];
        ShipState.Of(main, [Told("5402222")], Now).Running.ShouldBe(whole);
    }

    [Fact]
    public void Nobody_knows_what_runs_when_nobody_knows_whether_it_went_back()
    {
        var unknown = Told("5401111") with { Status = RolloutStatus.Unknown, RolledBackBy = "ann" };
        Ship("shop", unknown).Running.ShouldBeNull();
        Ship("shop", Told("5401111") with { Contradicted = "5400000" }).Running.ShouldBeNull();
    }
}
