using System.CommandLine;
using DutyGuy.Commands;

var duty = new RootCommand("Duty Guy: one engineer on duty keeps all others focused.")
{
    ServeCommand.Create(),
    PlaybookCommands.Create(),
    DutyGuy.Commands.Demo.DemoCommand.Create(),
};

return await duty.Parse(args).InvokeAsync();
