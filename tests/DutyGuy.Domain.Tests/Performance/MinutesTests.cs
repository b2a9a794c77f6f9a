using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Performance;

public class MinutesTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);

    private static Timing At(
        int second,
        string endpoint = "GET /a",
        double ms = 10,
        double? weight = 1,
        bool failed = false
    ) => new(endpoint, "production", "r1", Start + Duration.FromSeconds(second), ms, failed, weight);

    [Fact]
    public void A_minute_is_taken_once_and_only_when_it_is_over()
    {
        var minutes = new MinuteAggregator();
        minutes.Add("shop", At(0, ms: 10));
        minutes.Add("shop", At(59, ms: 30, failed: true));
        minutes.Add("shop", At(60));
        minutes.TakeFinished(Start + Duration.FromSeconds(59)).ShouldBeEmpty();
        var minute = minutes.TakeFinished(Start + Duration.FromSeconds(60)).ShouldHaveSingleItem();
        (minute.Count, minute.Errors, minute.SumMs, minute.Minute).ShouldBe((2, 1, 40, Start));
        minutes.TakeFinished(Start + Duration.FromSeconds(60)).ShouldBeEmpty();
        minutes.TakeAll().ShouldHaveSingleItem().Count.ShouldBe(1);
        minutes.Waiting.ShouldBe(0);
    }

    [Fact]
    public void Sampled_requests_stand_for_more_and_an_unknown_rate_is_remembered()
    {
        var minutes = new MinuteAggregator();
        minutes.Add("shop", At(0, weight: 4));
        minutes.Add("shop", At(0, "GET /b", weight: null));
        var (a, b) =
            (minutes.TakeAll() is [var first, var second]) ? (first, second) : throw new InvalidOperationException();
        (a.Count, a.SumMs, a.CountIsTrue).ShouldBe((4, 40, true));
        (b.Count, b.CountIsTrue).ShouldBe((1, false));
    }

    [Fact]
    public void Names_without_end_fall_into_one_row()
    {
        var minutes = new MinuteAggregator();
        for (var i = 0; i < 50_100; i++)
            minutes.Add("shop", At(0, $"GET /{i}"));
        minutes.Waiting.ShouldBe(50_001);
        minutes.TakeAll().Single(m => m.Endpoint == MinuteAggregator.Rest).Count.ShouldBe(100);
    }

    [Fact]
    public void Csv_is_read_as_written()
    {
        var minutes = new MinuteAggregator();
        for (var i = 0; i < 300; i++)
            minutes.Add("shop", At(i, $"GET /{i % 3}", ms: i, failed: i % 10 == 0));
        var text = new StringWriter();
        MinutesCsv.Write(text, minutes.TakeAll());
        var again = new StringWriter();
        MinutesCsv.Write(again, MinutesCsv.Read(new StringReader(text.ToString()), "shop", "production"));
        again.ToString().ShouldBe(text.ToString());
        text.ToString().Split('\n').Length.ShouldBe(1 + 3 * 5 + 1);
    }

    [Theory]
    [InlineData("GET /a,60,r1,-,2,0,20", "line 2: 7 columns instead of 8")]
    [InlineData("GET /a,61,r1,-,2,0,20,58:2", "line 2: minute is '61'")]
    [InlineData("GET /a,60,r1,-,x,0,20,58:2", "line 2: count is 'x'")]
    [InlineData("GET /a,60,r1,-,2,3,20,58:2", "line 2: 3 errors of 2 requests")]
    [InlineData("GET /a,60,r1,-,2,0,20,58:3", "line 2: hist holds 3 requests, count says 2")]
    [InlineData("GET /a,60,r1,-,2,0,20,foo", "line 2: hist: 'foo' is not a bin")]
    [InlineData(",60,r1,-,2,0,20,58:2", "line 2: endpoint is empty")]
    public void A_wrong_row_is_named_with_its_line(string row, string message) =>
        Should
            .Throw<FormatException>(() =>
                MinutesCsv.Read(new StringReader(MinutesCsv.Header + "\n" + row), "s", "e").ToList()
            )
            .Message.ShouldStartWith(message);

    [Fact]
    public void A_missing_header_is_named() =>
        Should
            .Throw<FormatException>(() => MinutesCsv.Read(new StringReader("a,b"), "s", "e").ToList())
            .Message.ShouldContain("begin with 'endpoint,minute");
}
