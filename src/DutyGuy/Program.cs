return await DutyGuy.Commands.DutyCommands.Run(args);
