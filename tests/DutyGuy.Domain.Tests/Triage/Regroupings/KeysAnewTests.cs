using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

public class KeysAnewTests
{
    private static readonly Dictionary<long, long> NobodySplit = [];

    private static (TrackedError, IReadOnlyList<KeptSighting>) Error(long id, params ErrorSighting[] seen) =>
        (
            Known.Error(id) with
            {
                FirstSeen = Known.At(9) + Duration.FromMinutes(id),
            },
            [.. seen.Select((s, i) => new KeptSighting(Event(id, i), s))]
        );

    private static ErrorEvent Event(long error, int number) =>
        new()
        {
            Id = (error * 100) + number,
            ErrorId = error,
            EventId = $"{error}-{number}",
            At = Known.At(9),
            Json = "",
        };

    private static long? Finds(IReadOnlyDictionary<string, long> keys, ErrorSighting seen)
    {
        var own = ErrorCause.Of(seen).Keys;
        return own.Finer.Append(own.Cause).Where(keys.ContainsKey).Select(k => (long?)keys[k]).FirstOrDefault();
    }

    private static readonly ErrorSighting FromCart = Shelf.Seen("total", "cart", "it broke");
    private static readonly ErrorSighting FromCheckout = Shelf.Seen("total", "checkout", "it broke");
    private static readonly ErrorSighting Price = Shelf.Seen("price", "cart", "it broke");

    [Fact]
    public void What_a_person_merged_stays_one()
    {
        var keys = KeysAnew.Of([Error(1, FromCart, Price), Error(2)], NobodySplit);
        (Finds(keys, Price), Finds(keys, FromCart)).ShouldBe((1, 1));
    }

    [Fact]
    public void What_a_person_split_stays_two_although_both_have_the_same_cause()
    {
        var keys = KeysAnew.Of([Error(1, FromCart), Error(2, FromCheckout)], new Dictionary<long, long> { [2] = 1 });
        (Finds(keys, FromCart), Finds(keys, FromCheckout)).ShouldBe((1, 2));
        Finds(keys, Shelf.Seen("total", "checkout", "other words")).ShouldBe(2);
        Finds(keys, Shelf.Seen("total", "anybody", "it broke")).ShouldBe(1);
    }

    [Fact]
    public void Where_two_claim_a_cause_that_no_person_parted_the_older_one_gets_what_comes()
    {
        var keys = KeysAnew.Of([Error(2, FromCheckout), Error(1, FromCart)], NobodySplit);
        (Finds(keys, FromCart), Finds(keys, FromCheckout)).ShouldBe((1, 1));
    }
}
