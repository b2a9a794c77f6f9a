using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Access;

public class BeingAway
{
    [Fact]
    public async Task An_engineer_enters_own_absences_and_the_process_owner_those_of_others()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        await program.Post("people", new { handle = "mel" });
        await program.Post("people", new { handle = "tom" });
        using var mel = server.Program(await server.Token("engineer", "mel"));
        using var owner = server.Program(await server.Token("process owner"));
        await mel.Post(
            "people/mel/absences",
            new
            {
                from = "2026-11-24",
                to = "2026-11-26",
                why = "holiday",
            }
        );
        var refused = await mel.Post("people/tom/absences", new { from = "2026-11-24", to = "2026-11-26" }, 403);
        refused["detail"]!.GetValue<string>().ShouldBe("Tom can do that, or the process owner.");
        await owner.Post("people/tom/absences", new { from = "2026-11-24" });
        (await mel.Get("people/tom/absences"))["items"]![0]!["to"]!.GetValue<string>().ShouldBe("2026-11-24");
        await mel.Delete("people/tom/absences/2026-11-24/2026-11-24", 403);
        await mel.Delete("people/mel/absences/2026-11-24/2026-11-26");
        (await mel.Get("people/mel/absences"))["total"]!.GetValue<int>().ShouldBe(0);
        await mel.Delete("people/mel/absences/2026-11-24/2026-11-26", 404);
    }

    [Fact]
    public async Task Days_that_run_backwards_or_twice_are_refused()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        await program.Post("people", new { handle = "mel" });
        await program.Post("people/mel/absences", new { from = "2026-11-26", to = "2026-11-24" }, 400);
        await program.Post("people/mel/absences", new { from = "2026-11-24", to = "2026-11-26" });
        await program.Post("people/mel/absences", new { from = "2026-11-24", to = "2026-11-26" }, 409);
        await program.Post("people/tom/absences", new { from = "2026-11-24" }, 404);
        var missing = await program.Post("people/mel/absences", new { to = "2026-11-26" }, 400);
        missing["detail"]!.GetValue<string>().ShouldBe("Missing: from.");
    }
}
