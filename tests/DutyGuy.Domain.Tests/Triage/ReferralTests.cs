using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

/// <summary>Who was asked and says “not me, ask Jo” teaches whom to ask next time.</summary>
public class ReferralTests
{
    private static readonly Instant Said = Instant.FromUtc(2026, 11, 12, 10, 0);
    private static readonly Declined AskJo = new("ann", "jo", Said, "app/agenda.rb");

    private static string? Name(string handle) =>
        handle is "ann" or "jo" or "bob" ? char.ToUpperInvariant(handle[0]) + handle[1..] : null;

    private static Referral? For(string file, int days, params Declined[] all) =>
        Referral.For(file, all, Name, (Said + Duration.FromDays(days)).InUtc());

    [Fact]
    public void The_next_error_of_the_same_file_goes_to_whom_they_named() =>
        For("app/agenda.rb", 0, AskJo).ShouldBe(new("jo", 0.8, "Ann said on 12 November that Jo knows agenda.rb"));

    [Fact]
    public void Their_word_counts_less_for_the_folder_and_not_elsewhere()
    {
        For("app/slots.rb", 0, AskJo).ShouldBe(new("jo", 0.6, "Ann said on 12 November that Jo knows app"));
        For("lib/agenda.rb", 0, AskJo).ShouldBeNull();
    }

    [Fact]
    public void Their_word_fades()
    {
        For("app/agenda.rb", 90, AskJo)!.Weight.ShouldBe(0.4, 1e-9);
        For("app/agenda.rb", 180, AskJo)!.Weight.ShouldBe(0.2, 1e-9);
    }

    [Fact]
    public void The_newest_word_counts_and_that_on_the_file_before_that_on_the_folder()
    {
        var later = AskJo with { Person = "jo", Who = "bob", At = Said + Duration.FromDays(1) };
        For("app/agenda.rb", 2, AskJo, later)!.To.ShouldBe("bob");
        For("app/agenda.rb", 2, AskJo, later with { Person = "ann", File = "app/slots.rb" })!.To.ShouldBe("jo");
    }

    [Fact]
    public void It_ends_when_whom_they_named_says_not_me_there_or_leaves()
    {
        var notMe = new Declined("jo", null, Said + Duration.FromDays(1), "app/agenda.rb");
        For("app/agenda.rb", 2, AskJo, notMe).ShouldBeNull();
        For("app/agenda.rb", 2, AskJo, notMe with { At = Said - Duration.FromDays(1) })!.To.ShouldBe("jo");
        For("app/agenda.rb", 2, AskJo, notMe with { File = "lib/mail.rb" })!.To.ShouldBe("jo");
        For("app/agenda.rb", 2, AskJo with { Who = "gone" }).ShouldBeNull();
    }

    [Fact]
    public void The_place_is_the_file_of_the_first_frame_of_ones_own_code()
    {
        Frame[] frames = [new("/gems/rack.rb", 1, "call", false), new("/srv/app/agenda.rb", 7, "Do", true)];

        Referral.PlaceOf(frames, new FramePaths(["web/app/agenda.rb"])).ShouldBe("web/app/agenda.rb");
        Referral.PlaceOf(frames, null).ShouldBe("/srv/app/agenda.rb");
        Referral.PlaceOf([], null).ShouldBeNull();
    }
}
