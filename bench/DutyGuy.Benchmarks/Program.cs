if (args is ["parse", ..])
    DutyGuy.Benchmarks.ParseEvents.Run(args);
