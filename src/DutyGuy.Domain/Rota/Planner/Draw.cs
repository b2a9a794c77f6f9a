namespace DutyGuy.Domain;

/// <summary>Deterministic draws (SplitMix64): the same seed gives the same sequence on every machine.</summary>
internal struct Draw(ulong seed)
{
    private ulong state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = (state ^ state >> 30) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBUL;
        return mixed ^ mixed >> 31;
    }

    /// <summary>A whole number below the limit, from 32 drawn bits.</summary>
    public static int Below(uint bits, int limit) => (int)((ulong)bits * (uint)limit >> 32);
}
