using CsCheck;

namespace DutyGuy.Domain.Tests;

/// <summary>One of given values at random.</summary>
internal static class Pick
{
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
