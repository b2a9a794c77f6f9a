namespace DutyGuy.Commands.Demo.Play;

/// <summary>09:00: Mel starts her duty, says hello to Ann, and reads what yesterday left.</summary>
static class Morning
{
    public static async Task Play(Day day)
    {
        await day.At(8, 55, "Morning");
        var before = await day.Board();
        Day.Check(before.Text("onDuty.person").Length == 0, "at 08:55 somebody is on duty already");
        day.Tell($"Nobody is on duty yet; {DemoTeam.Name(before.Text("onDuty.next.person"))} is next.");
        await day.Jump(9, 0);
        var started = await day.Mel.Post("duties/engineering/start");
        Day.Check(started.Text("person") == "mel", $"Mel should be on duty, not {started.Text("person")}");
        var ann = await day.As("ann").Post("duties/devops/start");
        Day.Check(ann.Text("person") == "ann", $"Ann should be on duty for DevOps, not {ann.Text("person")}");
        day.Tell("Mel starts her duty; so does Ann for DevOps. That is their hello: the handshake is done.");
        await ReadYesterday(day);
    }

    static async Task ReadYesterday(Day day)
    {
        var entries = await day.Mel.Get("log?duty=engineering&to=2026-11-22");
        var last = entries.Items()[0];
        Day.Check(last.Text("readBy").Contains("mel"), "the last entry is not marked as read by Mel");
        day.Tell($"She reads the entry of {DemoTeam.Name(last.Text("person"))}, {last.Text("date")}:");
        day.More($"odd: {last.Text("odd")}");
        day.More($"tomorrow know that: {last.Text("tomorrow")}");
    }
}
