using DutyGuy.Benchmarks;

switch (args)
{
    case ["evaluate"]:
        EvaluateSpeed.Run();
        return 0;
    case ["parse", ..]:
        ParseEvents.Run(args);
        return 0;
    case ["intake", ..]:
        await IntakeSpeed.Run(args);
        return 0;
    default:
        Console.Error.WriteLine("Say what to measure: evaluate | parse | intake");
        return 2;
}
