namespace DutyGuy.Commands.Demo.Play;

/// <summary>14:00: the work of the others lands on main, each commit checked by CI.</summary>
static class MoreCommits
{
    static readonly (ClinicRole Role, int Hour, int Minute)[] Pushed =
    [
        (ClinicRole.Slow, 14, 5),
        (ClinicRole.Throws, 14, 40),
        (ClinicRole.Release2, 15, 10),
    ];

    public static async Task Play(Day day)
    {
        await day.At(14, 0, "Work lands on main");
        foreach (var (role, hour, minute) in Pushed)
        {
            await day.Jump(hour, minute);
            await RedMain.Push(day, role);
        }
        await Afternoon(day);
        var ship = day.World.History[ClinicRole.Release2].Sha;
        await day.Until($"CI runs {ship[..7]}", () => day.Mel.Get("rollouts/next"), n => n.Text("to") == ship);
        day.Tell($"CI is green at {ship[..7]}.");
    }

    /// <summary>Patients come all the time; only the calm of 40 minutes is shortened to 20 seconds.</summary>
    static async Task Afternoon(Day day)
    {
        await day.World.Open;
        day.Tell("A calm afternoon: until 15:58 a minute takes half a second. Visitors and answers are real.");
        await using var busy = BusyMinutes.Calm(day);
        await day.While(
            "Patients visit production",
            async () =>
            {
                await day.Jump(15, 18);
                while (day.World.Now < DemoWorld.At(15, 57))
                    await busy.Pass();
            }
        );
        Day.Check(busy.Unanswered == 0, $"{busy.Unanswered} visits of production were not answered");
        day.Tell($"{busy.Answered} visits, {busy.Failed} met an error.");
    }
}
