using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Intake;
using NodaTime;

namespace DutyGuy.Tests.Triage;

/// <summary>Which events open an error again that was resolved.</summary>
public class BackOrNot
{
    [Theory, OnBothDatabases]
    public async Task What_a_device_tells_late_is_counted_and_opens_nothing(DatabaseKind database)
    {
        await using var shop = await Shop.Open(database);
        var id = await shop.Error("Timeout");
        await shop.App.Advance("PT1H");
        await shop.Duty.Post($"errors/{id}/resolve");
        await shop.App.Advance("PT1H");
        // The clocks of both are years behind.
        await Send(shop, "2019-01-01T08:00:00Z", "2019-01-01T09:30:00Z");
        await Is(shop, id, "resolved", 2);
        await Send(shop, "2019-01-01T08:00:00Z", "2019-01-01T08:30:00Z");
        await Is(shop, id, "open", 3);
    }

    [Fact]
    public async Task Without_a_time_that_can_be_believed_the_receipt_counts()
    {
        await using var shop = await Shop.Open();
        var id = await shop.Error("Timeout");
        await shop.Duty.Post($"errors/{id}/resolve");
        await shop.App.Advance("PT1M");
        await Send(shop, "1970-01-01T00:00:07Z", "soon");
        await Is(shop, id, "open", 2);
    }

    [Fact]
    public async Task What_the_first_rollout_took_the_place_of_is_older_and_opens_nothing()
    {
        await using var shop = await Shop.Open();
        var id = await shop.Error("Timeout", "production", "shop@2");
        var now = shop.App.Part<IClock>().GetCurrentInstant();
        await shop
            .App.Part<DutyStore>()
            .Change(async db =>
            {
                await db.Insert(
                    new Rollout
                    {
                        Duty = "engineering",
                        To = "c2",
                        Environment = "production",
                        Release = "shop@2",
                        FromRelease = "shop@1",
                        StartedAt = now,
                        StartedBy = "ann",
                        SwitchedAt = now,
                    }
                );
                return 0;
            });
        await shop.Duty.Post($"errors/{id}/resolve");
        await shop.App.Advance("PT1H");
        await shop.Sender.Error("Timeout", "production", "shop@1");
        await Is(shop, id, "resolved", 2);
        await shop.Sender.Error("Timeout", "production", "shop@3");
        await Is(shop, id, "open", 3);
    }

    static async Task Send(Shop shop, string happened, string sent)
    {
        var body = Sender
            .Envelope("Timeout")
            .Replace("{\"event_id\"", $"{{\"sent_at\":\"{sent}\",\"event_id\"")
            .Replace("\"level\":\"error\"", $"\"timestamp\":\"{happened}\"");
        using var answer = await shop.Sender.Send(body);
        answer.IsSuccessStatusCode.ShouldBeTrue();
    }

    static async Task Is(Shop shop, long id, string status, int events)
    {
        var error = await shop.Get(id);
        (error.Text("status"), error.Number("events")).ShouldBe((status, events));
    }
}
