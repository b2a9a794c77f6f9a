using System.Text.Json;

namespace DutyGuy.Commands.Demo.Play;

/// <summary>17:45: the entry that the software drafted gets its two sentences; at 18:00 the day is over.</summary>
static class Evening
{
    public static async Task Play(Day day)
    {
        await day.At(17, 45, "The log entry");
        var draft = await Entry(day);
        Day.Check(
            draft.Text("facts").Contains("rolled back", StringComparison.OrdinalIgnoreCase),
            "the draft does not tell the roll back"
        );
        day.Tell("The draft is there, written from the facts. Mel adds what only she knows, and signs.");
        var id = draft.Text("id");
        await day.Mel.Patch(
            $"log/{id}",
            new
            {
                odd = "Search looked the same in review: only its times tell that each result now works out the slots of all colleagues.",
                tomorrow = "The hold stays until Lea's search and Ines' documents are mended; both know. Ask them before 16:00.",
            }
        );
        await day.Mel.Post($"log/{id}/sign");
        await day.Jump(18, 0, 1);
        var over = await day.Board();
        Day.Check(over.Text("onDuty.person").Length == 0, "after 18:00 somebody is still on duty");
        var entry = await Entry(day);
        Day.Check(
            entry.Text("signedAt").Length > 0 && entry.Text("to").Length > 0,
            "the entry is not signed and closed"
        );
        day.Tell($"Mel's day is over. The entry of {entry.Text("date")}:");
        foreach (var line in entry.Text("facts").Split('\n'))
            day.More(line);
        day.More($"Odd: {entry.Text("odd")}");
        day.More($"Tomorrow know that: {entry.Text("tomorrow")}");
        day.More("Signed by Mel.");
    }

    static async Task<JsonElement> Entry(Day day) =>
        (await day.Mel.Get("log?duty=engineering&from=2026-11-23")).Items()[0];
}
