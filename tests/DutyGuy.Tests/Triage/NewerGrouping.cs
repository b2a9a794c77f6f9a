using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Intake;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Tests.Triage;

public class NewerGrouping
{
    [Theory, OnBothDatabases]
    public async Task After_the_grouping_changed_events_find_the_errors_that_there_are(DatabaseKind database)
    {
        await using var duty = await DutyApp.Start(database);
        var sender = await Sender.Of(duty);
        await sender.Error("SlotGone");
        await sender.Error("PatientGone");
        var store = duty.Part<DutyStore>();
        await store.Change(OldKeys);
        await NewGrouping.BringUpToDate(store, await duty.Now());

        await sender.Error("SlotGone");
        await sender.Error("PatientGone");
        var errors = await store.Read(db => db.Errors.OrderBy(e => e.Id).ToListAsync());
        errors.Select(e => (e.Title, e.Events, e.Life)).ShouldBe([(errors[0].Title, 2, 1), (errors[1].Title, 2, 1)]);
        (await store.Read(db => db.ErrorKeys.AllAsync(k => k.Version == ErrorKeys.Version))).ShouldBeTrue();
    }

    /// <summary>As another version would have made them.</summary>
    static async Task OldKeys(DutyDb db)
    {
        await db.ErrorKeys.ExecuteUpdateAsync(k =>
            k.SetProperty(x => x.Version, ErrorKeys.Version - 1).SetProperty(x => x.Key, x => "old" + x.Key)
        );
    }
}
