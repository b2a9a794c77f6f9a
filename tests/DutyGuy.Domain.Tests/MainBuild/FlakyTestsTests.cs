using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.MainBuild;

public class FlakyTestsTests
{
    static readonly string Commit = new('a', 40);
    static readonly Instant Now = Known.At(12);
    static readonly Duration Moment = Duration.FromSeconds(1);
    static readonly Instant Limit = Now - Duration.FromDays(90);

    static bool IsFlaky(params CiResult[] results) => FlakyTests.Of(results, Now).Contains("Slots.Round");

    static CiResult Failed(Instant at, string? commit = null) => Known.Ci(commit ?? Commit, CiStatus.Failing, at);

    static CiResult Passed(Instant at, string? commit = null) => Known.Ci(commit ?? Commit, CiStatus.Passing, at);

    [Fact]
    public void Failed_and_passed_on_one_commit_is_flaky_in_either_order()
    {
        IsFlaky(Failed(Known.At(10)), Passed(Known.At(11))).ShouldBeTrue();
        IsFlaky(Passed(Known.At(10)), Failed(Known.At(11))).ShouldBeTrue();
        IsFlaky(Failed(Known.At(10))).ShouldBeFalse();
        IsFlaky(Failed(Known.At(10)), Passed(Known.At(11), new('b', 40))).ShouldBeFalse();
    }

    [Fact]
    public void After_90_days_it_is_forgotten_whichever_half_is_older()
    {
        IsFlaky(Failed(Limit), Passed(Limit)).ShouldBeTrue();
        IsFlaky(Failed(Limit - Moment), Passed(Limit)).ShouldBeFalse("the failure is too old");
        IsFlaky(Passed(Limit - Moment), Failed(Limit)).ShouldBeFalse("the pass is too old");
        IsFlaky(Failed(Limit - Moment), Passed(Limit - Moment)).ShouldBeFalse("both are");
    }

    [Fact]
    public void Only_what_passed_and_failed_in_one_pipeline_of_one_repository_counts()
    {
        IsFlaky(Failed(Known.At(10)), Passed(Known.At(11)) with { Pipeline = "lint" }).ShouldBeFalse();
        IsFlaky(Failed(Known.At(10)), Passed(Known.At(11)) with { Repository = "shop" }).ShouldBeFalse();
        foreach (var word in (CiStatus[])[CiStatus.Running, CiStatus.Cancelled, CiStatus.Unknown])
            IsFlaky(Failed(Known.At(10)), Passed(Known.At(11)) with { Status = word }).ShouldBeFalse();
    }
}
