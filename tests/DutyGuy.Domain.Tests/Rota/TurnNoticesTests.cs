using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;
using static DutyGuy.Tests.Rota.RotaExample;

namespace DutyGuy.Tests.Rota;

public class TurnNoticesTests
{
    // 10 people: Monday the 9th is the turn of p006.
    private static readonly RotaFacts Facts = Team(10);

    [Fact]
    public void S8_the_person_is_told_five_working_days_before_the_day_before_and_at_the_start()
    {
        var told = new[] { At(0, 9), At(4, 16), At(7, 9) }
            .SelectMany(now => TurnNotices.Due(Facts, [], now))
            .Where(notice => notice.To == "p006" && notice.Date == Monday.PlusDays(7));
        told.Select(notice => (notice.Kind, notice.At))
            .ShouldBe([
                (NoticeKind.FiveDaysBefore, At(0, 9)),
                (NoticeKind.DayBefore, At(4, 16)),
                (NoticeKind.Start, At(7, 9)),
            ]);
    }

    [Fact]
    public void Not_started_the_person_is_reminded_then_the_stand_by_asked_and_the_process_owner_told()
    {
        Kinds([], At(7, 9, 30)).ShouldBe([NoticeKind.Start, NoticeKind.NotStartedReminder]);
        var late = TurnNotices.Due(Facts, [], At(7, 9, 45)).Where(notice => notice.Date == Monday.PlusDays(7)).ToList();
        late.Single(notice => notice.Kind == NoticeKind.StandByAsked).To.ShouldBe("p007");
        late.Single(notice => notice.Kind == NoticeKind.ProcessOwnerTold).To.ShouldBeNull();
    }

    [Theory, InlineData(TurnActKind.Started, "p006", 8, 50), InlineData(TurnActKind.TookOver, "p003", 9, 10)]
    public void Started_or_taken_over_the_notices_stop(TurnActKind kind, string person, int hour, int minute) =>
        Kinds([Act(kind, person, At(7, hour, minute))], At(7, 10)).ShouldBeEmpty();

    [Fact]
    public void Ended_early_the_stand_by_is_asked_at_once_until_somebody_takes_over()
    {
        TurnAct[] acts = [Act(TurnActKind.Started, "p006", At(7, 9)), Act(TurnActKind.Ended, "p006", At(7, 11), "ill")];
        Kinds(acts, At(7, 11)).ShouldBe([NoticeKind.StandByAsked]);
        Kinds([.. acts, Act(TurnActKind.TookOver, "p002", At(7, 12))], At(7, 12)).ShouldBeEmpty();
    }

    [Fact]
    public void A_turn_is_announced_five_working_days_before()
    {
        TurnNotices.IsAnnounced(Paris, Monday.PlusDays(7), At(0, 9)).ShouldBeTrue();
        TurnNotices.IsAnnounced(Paris, Monday.PlusDays(8), At(0, 9)).ShouldBeFalse();
    }

    [Fact]
    public void The_stand_by_is_somebody_who_is_in() =>
        TurnNotices
            .Due(Facts.Away("p007", Monday.PlusDays(7), Monday.PlusDays(7)), [], At(7, 9, 45))
            .Single(notice => notice.Kind == NoticeKind.StandByAsked)
            .To.ShouldBe("p008");

    [Theory, InlineData(4, 18), InlineData(4, 23), InlineData(5, 12), InlineData(7, 8)]
    public void Nothing_goes_out_outside_the_hours(int day, int hour) =>
        TurnNotices.Due(Facts, [], At(day, hour)).ShouldBeEmpty();

    [Fact]
    public void Asked_a_hundred_times_the_keys_are_the_same()
    {
        var keys = TurnNotices.Due(Facts, [], At(4, 16)).Select(notice => notice.Key).ToList();
        TurnNotices.Due(Facts, [], At(4, 17)).Select(notice => notice.Key).ShouldBe(keys);
        keys.ShouldContain("notice(engineering, 2026-11-09, DayBefore, p006)");
        keys.ShouldBeUnique();
    }

    [Fact]
    public void Jumping_from_change_to_change_meets_every_notice_and_every_hand_over()
    {
        var met = new List<Instant>();
        for (var now = At(4, 12); now < At(7, 12); now = TurnNotices.NextInstant(Facts, [], now))
            met.Add(now);
        met.ShouldBe([At(4, 12), At(4, 16), At(4, 18), At(7, 9), At(7, 9, 30), At(7, 9, 45)]);
    }

    private static IEnumerable<NoticeKind> Kinds(TurnAct[] acts, Instant now) =>
        TurnNotices
            .Due(Facts, acts, now)
            .Where(notice => notice.Date == Monday.PlusDays(7))
            .Select(notice => notice.Kind);
}
