using DutyGuy.EndToEnd.Gallery;

namespace DutyGuy.EndToEnd;

/// <summary>A first load is small: HTML, style sheets and scripts as they go over the wire.</summary>
public sealed class PageWeightTests(Chromium chromium, States states)
{
    const int Limit = 30_000;

    [Theory]
    [MemberData(nameof(EveryPage.All), MemberType = typeof(EveryPage))]
    public async Task A_first_load_is_at_most_30_kB(string state, string path, string handle)
    {
        var exhibit = await states.Of(state);
        var page = await chromium.Open(exhibit, path, View.Desk, handle);
        var sent = await page.EvaluateAsync<int>(
            "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                + ".filter(e => !e.name.includes('live?') && !e.name.endsWith('/live')).reduce((sum, e) => sum + e.transferSize, 0)"
        );
        sent.ShouldBeInRange(1_000, Limit);
        await page.Context.CloseAsync();
    }
}
