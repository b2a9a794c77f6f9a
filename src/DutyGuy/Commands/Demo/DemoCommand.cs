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
                parsed.GetValue(play)
                    ? PlayedDay.Run(Telling.Here(DemoWorld.Zone), stop)
                    : LivingDemo.Run(Telling.Here(DemoWorld.Zone), stop)
        );
        return command;
    }
}
