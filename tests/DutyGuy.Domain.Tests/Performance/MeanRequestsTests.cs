using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Performance;

public class MeanRequestsTests
{
    private static readonly Instant Now = Known.At(16) + Duration.FromSeconds(20);

    private static SourceMinutes Source(Func<int, double?> told, bool polled = false, int delay = 0) =>
        new()
        {
            Name = "shop",
            Polled = polled,
            Delay = delay,
            Told = Enumerable
                .Range(1, 30)
                .Where(ago => told(ago) is not null)
                .ToDictionary(ago => Known.At(16) - Duration.FromMinutes(ago), ago => told(ago)!.Value),
        };

    private static MeanRequests Mean(params SourceMinutes[] sources) => MeanRequests.Of(sources, Now);

    [Fact]
    public void Eight_of_ten_minutes_must_have_been_heard_and_the_rest_is_since_when()
    {
        Mean(Source(_ => 40)).ShouldBe(new(40));
        Mean(Source(ago => ago <= 2 ? null : 40, polled: true)).ShouldBe(new(40));
        Mean(Source(ago => ago <= 3 ? null : 40, polled: true)).ShouldBe(new(null, Known.At(15, 57)));
        Mean(Source(ago => ago <= 4 ? null : 50)).ShouldBe(new(37.5), "two silent minutes of what sends are zeros");
        Mean(Source(ago => ago <= 5 ? null : 50)).ShouldBe(new(null, Known.At(15, 55)));
        Mean(Source(_ => 0, polled: true)).ShouldBe(new(0));
        Mean(Source(_ => null)).ShouldBe(new(null));
        Mean().ShouldBe(new(null));
    }

    [Fact]
    public void Every_source_is_added_and_one_that_is_silent_hides_the_sum()
    {
        Mean(Source(_ => 40), Source(_ => 2)).ShouldBe(new(42));
        Mean(Source(_ => 40), Source(ago => ago <= 9 ? null : 2)).Value.ShouldBeNull();
        Mean(Source(ago => ago <= 6 ? null : 40, delay: 6)).ShouldBe(new(40), "late as ever");
    }

    [Fact]
    public void A_figure_counts_for_twice_its_usual_distance_at_most_a_quarter_of_an_hour()
    {
        MeanRequests Told(params (int Ago, double Value)[] told) =>
            ToldFigures.Mean([.. told.Select(t => (Now - Duration.FromMinutes(t.Ago), t.Value))], Now);
        Told((0, 40)).ShouldBe(new(null, Now), "once tells no distance");
        Told((11, 250), (0, 40)).ShouldBe(new(40));
        Told((9, 10), (6, 20), (3, 30), (0, 40)).ShouldBe(new(25), "nine minutes are covered");
        Told((7, 10), (4, 20), (1, 30)).Value.ShouldBeNull("seven are not enough");
        Told((30, 1), (20, 2), (10, 30)).ShouldBe(new(30), "the last one covers the ten minutes");
        Told((60, 1), (40, 2), (18, 30)).Value.ShouldBeNull("a quarter of an hour at most");
        Told([.. Enumerable.Range(0, 600).Select(i => (i / 60, 40.0 + i % 2))]).Value.ShouldBe(40.5);
        Told().ShouldBe(new(null));
    }
}
