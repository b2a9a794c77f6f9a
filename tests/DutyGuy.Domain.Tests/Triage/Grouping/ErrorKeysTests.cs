using CsCheck;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

/// <summary>What changes between events of one error, and what tells two errors apart.</summary>
public class ErrorKeysTests
{
    private static readonly Frame Book = new("/app/shop/booking.js", 12, "bookSlot", true);
    private static readonly Frame Route = new("/app/shop/routes.js", 80, "postBooking", true);
    private static readonly Frame Library = new("/app/node_modules/pg/client.js", 400, "query", false);

    private static ErrorSighting Raised(params Frame[] frames) => Raised("TypeError", "cannot book 17", frames);

    private static ErrorSighting Raised(string type, string value, params Frame[] frames) =>
        Message("") with
        {
            Platform = "node",
            Message = null,
            Chain = [new RaisedException(type, value, frames)],
        };

    private static ErrorSighting Message(string text) =>
        new()
        {
            EventId = "e",
            Environment = "production",
            Title = text,
            Message = text,
        };

    private static string Of(ErrorSighting e) => ErrorCause.Of(e).Keys.Cause;

    [Fact]
    public void Other_lines_and_other_library_frames_are_the_same_error() =>
        Of(Raised(Book, Route))
            .ShouldBe(Of(Raised(Library, Book with { Line = 99 }, Library, Route with { Line = 1 })));

    [Fact]
    public void Another_message_with_the_same_frames_is_the_same_error() =>
        Of(Raised(Book)).ShouldBe(Of(Raised("TypeError", "cannot book anything", Book)));

    [Fact]
    public void Another_function_or_another_type_is_another_error()
    {
        Of(Raised(Book)).ShouldNotBe(Of(Raised(Book with { Function = "cancelSlot" })));
        Of(Raised(Book)).ShouldNotBe(Of(Raised("RangeError", "cannot book 17", Book)));
    }

    [Fact]
    public void Another_caller_of_the_same_fault_is_the_same_error() =>
        Of(Raised(Book, Route)).ShouldBe(Of(Raised(Book, Route with { Function = "putBooking" })));

    [Theory]
    [InlineData("/app/shop/booking.js", "/srv/builds/8f3a2c/shop/booking.js")]
    [InlineData("/assets/main.3f2a9c1b.js", "/assets/main.77aa01fe.js")]
    [InlineData("/assets/index-DiwrgTda.js", "/assets/index-Bq8_x2Lk.js")]
    [InlineData("C:\\agent\\1\\s\\Booking.cs", "/src/Booking.cs")]
    [InlineData("/app/index.js", "/srv/2026-11-23/index.js")]
    public void Another_build_path_or_hash_in_a_name_is_the_same_error(string one, string other) =>
        Of(Raised(Book with { Path = one })).ShouldBe(Of(Raised(Book with { Path = other })));

    [Theory]
    [InlineData("/app/shop/booking.js", "/app/shop/calendar.js")]
    [InlineData("/app/users/index.js", "/app/doctors/index.js")]
    [InlineData("/assets/checkout-handlers.js", "/assets/checkout-checkers.js")]
    public void Another_file_is_another_error(string one, string other) =>
        Of(Raised(Book with { Path = one })).ShouldNotBe(Of(Raised(Book with { Path = other })));

    [Theory]
    [InlineData("csharp", "void <BookAsync>d__5.MoveNext()", "<BookAsync>d__12.MoveNext")]
    [InlineData("csharp", "<Main>b__0_1", "<Main>b__3_1")]
    [InlineData("csharp", "<Book>g__Check|5_0", "<Book>g__Check|9_2")]
    [InlineData("csharp", "lambda_method2(Closure)", "lambda_method31(Closure)")]
    [InlineData("java", "lambda$book$3", "lambda$book$4")]
    [InlineData("native", "frame at 0x7ffe12", "frame at 0x55aa")]
    [InlineData("node", "async bookSlot", "bookSlot")]
    [InlineData("javascript", "Object.bookSlot", "Module.bookSlot")]
    public void What_a_compiler_numbers_is_the_same_function(string platform, string one, string other) =>
        Of(Raised(Book with { Function = one }) with { Platform = platform })
            .ShouldBe(Of(Raised(Book with { Function = other }) with { Platform = platform }));

    [Fact]
    public void Local_functions_of_other_names_are_other_errors() =>
        Of(Raised(Book with { Function = "<Book>g__Check|5_0" }))
            .ShouldNotBe(Of(Raised(Book with { Function = "<Book>g__Save|5_1" })));

    [Fact]
    public void Recursion_of_another_depth_is_the_same_error() =>
        Of(Raised(Book, Book, Book, Route)).ShouldBe(Of(Raised(Book, Route)));

    [Fact]
    public void A_stack_without_names_needs_its_message()
    {
        var minified = new Frame("/sentry.js", 24, "?", true);
        Of(Raised(minified)).ShouldNotBe(Of(Raised("TypeError", "x is not a function", minified)));
        Of(Raised(minified)).ShouldBe(Of(Raised("TypeError", "cannot book 18", minified)));
    }

    [Theory]
    [InlineData("slot 17 of user 3 is taken", "slot 99 of user 12345 is taken")]
    [InlineData("no doctor 'Dr. Ann'", "no doctor 'Dr. Bo'")]
    [InlineData("order 0b1e6f0a-77aa-4c1f-9f63-2f7d6f3f8a10 lost", "order 7d6f3f8a-0b1e-4c1f-9f63-aaaaf0a77aa1 lost")]
    [InlineData("can't reach http://10.0.0.7:80/a?x=1 now", "can't reach http://web-2/b now")]
    [InlineData("usr_8f2k locked", "usr_99zz locked")]
    [InlineData("no slot for [user] at 7", "no slot for 4711 at 8")]
    public void Messages_that_differ_in_values_are_one_error(string one, string other) =>
        Of(Message(one)).ShouldBe(Of(Message(other)));

    [Fact]
    public void Messages_that_differ_in_words_are_two_errors() =>
        Of(Message("slot 17 is taken")).ShouldNotBe(Of(Message("slot 17 is gone")));

    [Fact]
    public void An_own_fingerprint_wins_and_default_expands_in_it()
    {
        var own = Raised(Book) with { FingerprintOverride = ["payment"] };
        Of(own).ShouldBe(Of(Raised(Route) with { FingerprintOverride = ["payment"] }));
        Of(Raised(Book) with { FingerprintOverride = ["{{ default }}"] }).ShouldBe(Of(Raised(Book)));
        var slot = Raised(Book) with { FingerprintOverride = ["{{default}}", "slot"] };
        Of(slot).ShouldNotBe(Of(Raised(Book)));
        Of(slot).ShouldNotBe(Of(Raised(Route) with { FingerprintOverride = ["{{default}}", "slot"] }));
    }

    [Fact]
    public void What_wraps_an_error_is_no_cause()
    {
        var cause = new RaisedException("RangeError", "no slot 7", [Library, Book]);
        var wrapper = new RaisedException("JobFailed", "job failed", [Route]);
        var bare = Raised(Book) with { Chain = [cause] };
        Of(bare).ShouldBe(Of(bare with { Chain = [cause, wrapper] }));
        var library = new RaisedException("SocketException", "deadlock", [Library]);
        Of(bare with { Chain = [wrapper] }).ShouldBe(Of(bare with { Chain = [library, wrapper] }));
    }

    [Fact]
    public void Five_thousand_events_of_three_causes_are_three_errors()
    {
        var groups = Enumerable.Range(0, 5000).Select(i => Of(Burst(i))).ToList();
        groups.Distinct().Count().ShouldBe(3);
        groups.GroupBy(g => g).Min(g => g.Count()).ShouldBeGreaterThan(1600);
    }

    private static ErrorSighting Burst(int i) =>
        (i % 3) switch
        {
            0 => Raised(Book with { Line = i }, Route with { Path = $"/srv/release-{i}/routes.js" }),
            1 => Raised("TypeError", $"patient {i}", Route with { Line = i }),
            _ => Message($"payment {i:x8} of '{i}' timed out after {i / 7.0} s"),
        };

    [Fact]
    public void Lines_values_and_hosts_never_change_the_group() =>
        Gen.Select(Gen.Int[1, 9999], Gen.Int[0, 1 << 30], Gen.String[Gen.Char['a', 'z'], 1, 12])
            .Sample(
                (line, id, host) =>
                {
                    var frame = Book with { Line = line, Path = $"/{host}/{id}/booking.js" };
                    Of(Raised("TypeError", host, frame)).ShouldBe(Of(Raised(Book)));
                    Of(Message($"lost {id} at {id:x}1 and '{host}'")).ShouldBe(Of(Message("lost 1 at 2 and 'x'")));
                }
            );

    [Fact]
    public void Two_functions_are_never_one_group() =>
        Gen.Select(Gen.String[Gen.Char['a', 'z'], 1, 8], Gen.String[Gen.Char['a', 'z'], 1, 8])
            .Where((a, b) => a != b && a != "eval" && b != "eval")
            .Sample(
                (a, b) => Of(Raised(Book with { Function = a })).ShouldNotBe(Of(Raised(Book with { Function = b })))
            );
}
