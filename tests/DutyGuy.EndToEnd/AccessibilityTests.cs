using Deque.AxeCore.Commons;
using DutyGuy.EndToEnd.Gallery;

namespace DutyGuy.EndToEnd;

/// <summary>axe-core finds nothing on any page, by day and by night, at a desk and on a phone, folds open.</summary>
public sealed class AccessibilityTests(Chromium chromium, States states)
{
    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>The violations as lines: what, and the first elements that have it.</summary>
    const string Violations = """
        async runOnly => (await axe.run({ runOnly, resultTypes: ['violations'] })).violations.map(
          found => `${found.id}: ${found.help} ${found.nodes.slice(0, 3).map(node => node.html).join(' | ')}`)
        """;

    static readonly string[] All = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>By night only the colours differ.</summary>
    static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];

    [Theory]
    [MemberData(nameof(EveryPage.All), MemberType = typeof(EveryPage))]
    public async Task Axe_finds_no_violation(string state, string path, string handle)
    {
        var exhibit = await states.Of(state);
        var page = await chromium.Open(exhibit, path, View.Desk, handle);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await page.EvaluateAsync(Axe);
        foreach (
            var view in new[] { View.Desk, View.Desk with { Dark = true }, View.Phone, View.Phone with { Dark = true } }
        )
        {
            await Chromium.Turn(page, view);
            var found = await page.EvaluateAsync<string[]>(Violations, view.Dark ? OfColours : All);
            found.ShouldBeEmpty($"{path} at {view}");
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Axe_finds_what_is_wrong()
    {
        var page = await chromium.Open(await states.Of("quiet"), "/", View.Desk);
        await page.EvaluateAsync(Axe);
        await page.EvaluateAsync(
            """
            const faint = Object.assign(document.createElement('p'), { textContent: 'faint' });
            Object.assign(faint.style, { color: '#999', background: '#aaa' });
            const nameless = Object.assign(document.createElement('a'), { href: '/' });
            document.querySelector('main').append(faint, nameless, new Image());
            """
        );
        (await page.EvaluateAsync<string[]>(Violations, All))
            .Select(v => v.Split(':')[0])
            .ShouldBe(["color-contrast", "image-alt", "link-name"], ignoreOrder: true);
        (await page.EvaluateAsync<string[]>(Violations, OfColours)).ShouldHaveSingleItem().ShouldStartWith("color-");
        await page.Context.CloseAsync();
    }
}
