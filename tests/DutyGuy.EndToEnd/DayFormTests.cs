using DutyGuy.Domain;
using DutyGuy.EndToEnd.Gallery;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DutyGuy.EndToEnd;

/// <summary>The presses of a day of duty, by people who signed in.</summary>
public sealed class DayFormTests(Chromium chromium)
{
    [Fact]
    public async Task Poke_and_assign_gives_the_error_to_the_candidate()
    {
        await using var exhibit = await Exhibit.Busy();
        var page = await chromium.SignIn(exhibit, "/triage?error=1", "mel");
        await page.GetByRole(AriaRole.Button, new() { Name = "Poke and assign Lea" }).ClickAsync();
        await page.Locator("li#error-1").WaitForAsync();
        (await page.Locator("li#error-1 .st").InnerTextAsync()).ShouldBe("poked");
        (await exhibit.Store.Read(db => db.Errors.FirstAsync(e => e.Id == 1))).Assignee.ShouldBe("lea");
    }

    [Fact]
    public async Task Two_errors_are_made_one_some_events_another_and_both_are_undone()
    {
        await using var exhibit = await Exhibit.Busy();
        var page = await chromium.SignIn(exhibit, "/triage/1", "mel");
        await page.Locator("#split-1 summary").ClickAsync();
        await page.GetByLabel("called by Load").First.CheckAsync();
        await Button(page, "Make these another error").ClickAsync();
        (await page.Locator("#done").InnerTextAsync()).ShouldBe("These events are another error now: this one.");
        await Button(
                page,
                "Undo Mel split it off error 1, “No free slots are shown when a clinic has two time zones”, 10:22."
            )
            .ClickAsync();
        (await page.Locator("#done").InnerTextAsync()).ShouldBe("Taken back.");
        await page.GotoAsync("/triage/2/same?q=video");
        await page.GetByRole(AriaRole.Link, new() { Name = "The same…" }).ClickAsync();
        // The key is heard when the page that asks has come.
        await page.WaitForURLAsync("**/same?with=*");
        await page.Keyboard.PressAsync("Enter");
        (await page.Locator("#done").InnerTextAsync()).ShouldBe("They are one error now.");
        await page.GotoAsync("/triage/3");
        (await page.Locator("#done").InnerTextAsync()).ShouldBe("Error 3 is a part of this one.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        (await page.Locator("#done").InnerTextAsync()).ShouldBe("Taken back.");
        var errors = await exhibit.Store.Read(db => db.Errors.Where(e => e.MergedInto == null).ToListAsync());
        errors.Select(e => e.Id).Order().ShouldBe([1, 2, 3, 4, 5, 6, 7]);
    }

    [Fact]
    public async Task Who_is_poked_takes_the_error_with_one_press()
    {
        await using var exhibit = await Exhibit.Busy();
        var page = await chromium.SignIn(exhibit, "/pokes/2", "ravi");
        await Button(page, "Taken").ClickAsync();
        (await page.Locator("#answer").InnerTextAsync()).ShouldStartWith("Ravi took it");
        var poke = await exhibit.Store.Read(db => db.Pokes.FirstAsync(p => p.Id == 2));
        poke.Answer.ShouldBe(PokeAnswer.Taken);
    }

    [Fact]
    public async Task A_real_slowdown_is_given_to_who_mends_it()
    {
        await using var exhibit = await Exhibit.Slow();
        var page = await chromium.SignIn(exhibit, "/performance", "mel");
        await page.Locator("li[data-row]").First.GetByRole(AriaRole.Button, new() { Name = "Real" }).ClickAsync();
        var whose = page.GetByLabel("Who mends it?").First;
        await whose.SelectOptionAsync("lea");
        await page.GetByRole(AriaRole.Button, new() { Name = "Assign" }).First.ClickAsync();
        await page.GetByText("Lea has it").First.WaitForAsync();
        var words = await exhibit.Store.Read(db => db.Judgements.OrderBy(j => j.Id).ToListAsync());
        (words[^1].Word, words[^1].Owner).ShouldBe((JudgementWord.Real, "lea"));
    }

    [Fact]
    public async Task A_turn_is_started_from_the_board()
    {
        await using var exhibit = await Exhibit.Quiet();
        await exhibit.Store.Change(db => db.TurnActs.Where(a => a.Person == "mel").ExecuteDeleteAsync());
        var page = await chromium.SignIn(exhibit, "/", "mel");
        await Button(page, "Start my duty").ClickAsync();
        await Button(page, "Start my duty").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        var acts = await exhibit.Store.Read(db => db.TurnActs.Where(a => a.Person == "mel").ToListAsync());
        acts.ShouldHaveSingleItem().Kind.ShouldBe(TurnActKind.Started);
    }

    [Fact]
    public async Task A_colleague_takes_over_from_the_rota()
    {
        await using var exhibit = await Exhibit.Quiet();
        var page = await chromium.SignIn(exhibit, "/rota", "jo");
        await page.Locator("#take-over summary").ClickAsync();
        await Button(page, "Take over").ClickAsync();
        await page.Locator(".onduty", new() { HasText = "Jo" }).WaitForAsync();
    }

    [Fact]
    public async Task A_step_on_the_board_is_skipped_with_its_reason()
    {
        await using var exhibit = await Exhibit.Red();
        var page = await chromium.SignIn(exhibit, "/", "mel");
        await page.Locator("#skip-revert summary").ClickAsync();
        await page.Locator("#skip-revert").GetByLabel("Why?").FillAsync("Ravi mends it within five minutes.");
        await Button(page, "Skip it").ClickAsync();
        await page.Locator("#step-revert:not([aria-current])").WaitForAsync();
        var run = await exhibit.Store.Read(db => db.ChecklistRuns.FirstAsync(r => r.Checklist == "troubleshoot-ci"));
        var step = run.Steps.Single(s => s.Id == "revert");
        (step.State, step.By).ShouldBe((StepState.Skipped, "mel"));
    }

    [Fact]
    public async Task The_entry_is_signed_by_its_author()
    {
        await using var exhibit = await Exhibit.Quiet();
        var page = await chromium.SignIn(exhibit, "/log", "mel");
        await page.GetByLabel("What should the next person know tomorrow?").FillAsync("Nothing waits.");
        await Button(page, "Sign").ClickAsync();
        (await page.Locator("#entry .st").InnerTextAsync()).ShouldBe("signed");
    }

    [Fact]
    public async Task What_was_typed_stays_when_a_press_is_refused_and_can_be_sent_again()
    {
        await using var exhibit = await Exhibit.Quiet();
        var page = await chromium.SignIn(exhibit, "/rota", "mel");
        await page.Locator("#away summary").ClickAsync();
        await page.Locator("#away [name=from]").FillAsync("2026-12-10");
        await page.Locator("#away [name=to]").FillAsync("2026-12-01");
        await page.Locator("#away [name=why]").FillAsync("skiing");
        await Button(page, "See what moves").ClickAsync();
        await page.GetByText("It ends before it begins.").WaitForAsync();
        (await page.Locator("#away [name=why]").InputValueAsync()).ShouldBe("skiing");
        await page.Locator("#away [name=to]").FillAsync("2026-12-11");
        await Button(page, "See what moves").ClickAsync();
        await Button(page, "Save it").ClickAsync();
        (await page.Locator("#done").InnerTextAsync()).ShouldStartWith("Noted.");
        await page.ReloadAsync();
        (await page.Locator("#done").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_question_before_a_rollout_is_answered_where_it_stands()
    {
        await using var exhibit = await Exhibit.Quiet(ClinicDay.At(16, 2, 31));
        var page = await chromium.SignIn(exhibit, "/rollout", "mel");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "No Does a change need" }).ClickAsync();
        await page.Locator("#ship").WaitForAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldStartWith("Yes, you can ship.");
    }

    static ILocator Button(IPage page, string name) =>
        page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
