using System.CommandLine;
using DutyGuy.Commands;

var duty = new RootCommand("Duty Guy: one engineer on duty keeps all others focused.")
{
    ServeCommand.Create(),
    PlaybookCommands.Create(),
};

return await duty.Parse(args).InvokeAsync();
