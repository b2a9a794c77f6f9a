using DutyGuy.Benchmarks;
using DutyGuy.Benchmarks.Owners;
using DutyGuy.Benchmarks.RealRollouts;

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
    case ["start", ..]:
        await StartTime.Run(args);
        return 0;
    case ["memory", ..]:
        await Memory.Run(args);
        return 0;
    case ["fact-to-board", ..]:
        await FactToBoard.Run(args);
        return 0;
    case ["pages", ..]:
        await Pages.Run(args);
        return 0;
    case ["owners", ..]:
        return await OwnerBenchmark.Run(args);
    case ["rota", ..]:
        RotaYardstick.Run(args);
        return 0;
    case ["grouping", ..]:
        GroupingBench.Run(args);
        return 0;
    case ["verdict", ..]:
        return await VerdictBench.Run(args);
    case ["real", ..]:
        return await RealRolloutBench.Run(args);
    case ["source-maps", ..]:
        await SourceMapSpeed.Run(args);
        return 0;
    case ["watch"]:
        WatchSpeed.Run();
        return 0;
    default:
        Console.Error.WriteLine(
            "Say what to measure: "
                + "evaluate | parse | intake | start | memory | fact-to-board | pages | owners | rota | grouping | source-maps | verdict | real | watch"
        );
        return 2;
}
