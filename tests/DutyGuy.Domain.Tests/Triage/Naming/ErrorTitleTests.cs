using CsCheck;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage.Naming;

public class ErrorTitleTests
{
    [Theory]
    [InlineData("System.Collections.Generic.KeyNotFoundException", "KeyNotFoundException")]
    [InlineData("TypeError", "TypeError")]
    [InlineData("java.lang.IllegalStateException", "IllegalStateException")]
    [InlineData("clinic.booking.Slots$Refused", "Slots.Refused")]
    [InlineData("clinic.booking.Slots$1", "Slots")]
    [InlineData("Clinic.Slots+Refused", "Slots.Refused")]
    [InlineData("Clinic.Slots+<>c__DisplayClass5_0+Refused", "Slots.Refused")]
    [InlineData("Clinic.Refused, Clinic.Web, Version=1.0.0.0, Culture=neutral", "Refused")]
    [InlineData("Clinic.Refused`1[[System.Int32, System.Private.CoreLib]]", "Refused")]
    [InlineData("Clinic.Slots`2+Refused`1[[System.Int32],[System.String]]", "Slots.Refused")]
    [InlineData("Clinic.Refused<System.Collections.Generic.List<System.Int32>>", "Refused")]
    [InlineData("*errors.errorString", "errorString")]
    [InlineData("runtime.boundsError", "boundsError")]
    [InlineData("*github.com/ferry/dock/v2.FullError", "FullError")]
    [InlineData("*dock.Refused[ferry/dock.Boat]", "Refused")]
    [InlineData("Beds::UnknownPlant", "UnknownPlant")]
    [InlineData("garden.beds.UnknownPlant", "UnknownPlant")]
    [InlineData("App\\Errors\\Refused", "Refused")]
    [InlineData("std::runtime_error", "runtime_error")]
    [InlineData("boost::wrapexcept<std::out_of_range>", "wrapexcept")]
    [InlineData("Elixir.Beds.UnknownPlant", "UnknownPlant")]
    [InlineData("Buchung.Ungültig", "Ungültig")]
    [InlineData("EXC_BAD_ACCESS", "EXC_BAD_ACCESS")]
    [InlineData("EXC_BAD_ACCESS / KERN_INVALID_ADDRESS", "EXC_BAD_ACCESS / KERN_INVALID_ADDRESS")]
    [InlineData("HTTP/1.1", "HTTP/1.1")]
    [InlineData("My error. It broke", "My error. It broke")]
    [InlineData("<unknown>", "<unknown>")]
    [InlineData(" x.Refused\n", "Refused")]
    public void A_type_has_no_namespace_assembly_or_arguments(string type, string name)
    {
        ErrorTitle.Of(type, "no slot 12", "a message").ShouldBe($"{name}: no slot 12");
        ErrorTitle.Of(type, " ", null).ShouldBe(name);
    }

    [Theory]
    [InlineData("TypeError", "TypeError: x is undefined", "TypeError: x is undefined")]
    [InlineData("clinic.Refused", "clinic.Refused: full", "Refused: full")]
    [InlineData("clinic.Refused", "Refused: full", "Refused: full")]
    [InlineData("clinic.Refused", "clinic.Refused", "Refused")]
    [InlineData("clinic.Refused", "Refused", "Refused")]
    [InlineData("Refused", "Refused by the bank", "Refused: Refused by the bank")]
    public void A_message_that_repeats_the_type_says_it_once(string type, string value, string title) =>
        ErrorTitle.Of(type, value, null).ShouldBe(title);

    [Theory]
    [InlineData("no slot\nat Book()", "no slot")]
    [InlineData("\r\n  no\t slot \r\nmore", "no slot")]
    [InlineData("no\u2028slot", "no")]
    [InlineData("“Cannot book.”", "“Cannot book.”")]
    [InlineData("Cannot book.", "Cannot book.")]
    [InlineData("deploy.yaml: no such file", "deploy.yaml: no such file")]
    [InlineData("System.InvalidOperationException: no slot", "InvalidOperationException: no slot")]
    [InlineData(null, "(no message)")]
    [InlineData(" \n ", "(no message)")]
    public void Without_a_type_it_is_the_first_line_of_the_message(string? message, string title)
    {
        ErrorTitle.Of(null, null, message).ShouldBe(title);
        ErrorTitle.Of("", message, null).ShouldBe(title);
    }

    [Fact]
    public void A_long_one_is_cut_and_no_letter_is_halved()
    {
        ErrorTitle.Of(null, null, new string('x', 300)).ShouldBe(new string('x', 199) + "…");
        ErrorTitle.Of(null, null, new string('x', 198) + "😀😀").ShouldBe(new string('x', 198) + "…");
    }

    [Theory]
    [InlineData("System.Net.Http.HttpRequestException: no answer", "HttpRequestException: no answer")]
    [InlineData("Beds::PlantError", "PlantError")]
    [InlineData("KeyNotFoundException: no slot", "KeyNotFoundException: no slot")]
    [InlineData("app.module.Loader: not found", "app.module.Loader: not found")]
    [InlineData("see log.Error for more", "see log.Error for more")]
    public void A_title_that_was_kept_before_is_shown_without_namespace(string kept, string shown) =>
        ErrorTitle.Shown(kept).ShouldBe(shown);

    [Fact]
    public void Whatever_is_told_it_is_one_short_line() =>
        Gen.Select(Gen.String, Gen.String, Gen.String)
            .Sample(
                (type, value, message) =>
                {
                    var title = ErrorTitle.Of(type, value, message);
                    title.Length.ShouldBeInRange(1, 200);
                    title.ShouldNotContain('\n');
                    ErrorTitle.Shown(ErrorTitle.Shown(title)).ShouldBe(ErrorTitle.Shown(title));
                }
            );
}
