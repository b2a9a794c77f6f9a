namespace Clinic.Tests;

/// <summary>The tests of the pure functions; each area has its list.</summary>
public static class SelfTest
{
    public static readonly (string Name, Func<bool> Holds)[] All =
    [
        .. SlotsTests.All,
        .. SearchTests.All,
        .. FrontTests.All,
        .. AgendaTests.All,
        .. RemindersTests.All,
        .. DocumentsTests.All,
    ];

    public static int Run(TextWriter output)
    {
        var failed = All.Where(test => !Passes(test.Holds)).ToList();
        foreach (var (name, _) in failed)
            output.WriteLine($"FAILED: {name}");
        output.WriteLine($"{All.Length - failed.Count} passed, {failed.Count} failed");
        return failed.Count == 0 ? 0 : 1;
    }

    private static bool Passes(Func<bool> holds)
    {
        try
        {
            return holds();
        }
        catch (Exception)
        {
            return false;
        }
    }
}
