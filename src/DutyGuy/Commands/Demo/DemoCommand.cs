using System.CommandLine;
using DutyGuy.Commands.Demo.Play;

namespace DutyGuy.Commands.Demo;

/// <summary><c>duty demo</c>: a living team in a throw-away folder; with --play the program plays the people, too.</summary>
static class DemoCommand
{
    public static Command Create()
    {
        var play = new Option<bool>("--play") { Description = "Play one whole day by itself and tell it here" };
        var command = new Command("demo", "A living team to look at, on this machine only, gone at the end") { play };
        command.SetAction(
            (parsed, stop) =>
            {
                var tell = Telling.Here(DemoWorld.Zone);
                return parsed.GetValue(play) ? PlayedDay.Run(tell, stop) : LivingDemo.Run(tell, stop);
            }
        );
        return command;
    }
}
