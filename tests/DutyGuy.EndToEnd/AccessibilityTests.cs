using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using DutyGuy.EndToEnd.Gallery;

namespace DutyGuy.EndToEnd;

/// <summary>axe-core finds nothing on any page, by day and by night, at a desk and on a phone, folds open.</summary>
public sealed class AccessibilityTests(Chromium chromium)
{
    static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new()
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    [Theory]
    [MemberData(nameof(EveryPage.All), MemberType = typeof(EveryPage))]
    public async Task Axe_finds_no_violation(string state, string path, string handle)
    {
        await using var exhibit = await States.Of(state);
        var page = await chromium.Open(exhibit, path, View.Desk, handle);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        foreach (
            var view in new[] { View.Desk, View.Desk with { Dark = true }, View.Phone, View.Phone with { Dark = true } }
        )
        {
            await Chromium.Turn(page, view);
            var found = await page.RunAxe(Rules);
            found.Violations.Select(Said).ShouldBeEmpty($"{path} at {view}");
        }
        await page.Context.CloseAsync();
    }

    static string Said(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help} {string.Join(" | ", violation.Nodes.Take(3).Select(n => n.Html))}";
}
