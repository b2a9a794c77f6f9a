namespace DutyGuy.Tests.Harness;

/// <summary>What to do when something that a test needs is not on this machine.</summary>
public static class Needed
{
    /// <summary>On a build server nothing may be missing.</summary>
    public static bool InCi => Environment.GetEnvironmentVariable("CI") is "true" or "1";

    /// <summary>The reason to skip, or null when all is there, or when in CI (the test then runs and fails).</summary>
    public static string? SkipReason(string? missing) => InCi ? null : missing;

    /// <summary>Skips the running test with the reason; in CI it fails.</summary>
    public static void Have(string? missing)
    {
        if (missing is null)
            return;
        Assert.SkipUnless(InCi, missing);
        Assert.Fail(missing);
    }
}
