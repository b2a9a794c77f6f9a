namespace DutyGuy.Domain;

/// <summary>
/// Gives the turns of one day to people so that as many as possible are covered (augmenting paths), with the agreed ones kept.
/// </summary>
internal sealed class DayMatching(
    int people,
    Func<int, int, bool> may,
    IReadOnlyList<int[]> members,
    int[] dutyOf,
    int[] pin
)
{
    private readonly int[] owner = Filled(people);
    private readonly bool[] seen = new bool[people];

    /// <summary>The person of each turn from first up to last (not included), -1 for an open one. Returns how many are covered.</summary>
    public int Cover(int first, int last, Span<int> holders)
    {
        var covered = 0;
        for (var turn = first; turn < last; turn++)
        {
            holders[turn - first] = pin[turn];
            if (pin[turn] < 0)
                continue;
            owner[pin[turn]] = turn;
            covered++;
        }
        for (var turn = first; turn < last; turn++)
        {
            if (pin[turn] >= 0)
                continue;
            Array.Clear(seen);
            covered += Augment(turn, first, holders) ? 1 : 0;
        }
        foreach (var holder in holders[..(last - first)])
        {
            if (holder >= 0)
                owner[holder] = -1;
        }
        return covered;
    }

    private bool Augment(int turn, int first, Span<int> holders)
    {
        foreach (var person in members[dutyOf[turn]])
        {
            if (seen[person] || !may(person, turn))
                continue;
            seen[person] = true;
            var other = owner[person];
            if (other >= 0 && (pin[other] >= 0 || !Augment(other, first, holders)))
                continue;
            owner[person] = turn;
            holders[turn - first] = person;
            return true;
        }
        return false;
    }

    private static int[] Filled(int length)
    {
        var nobody = new int[length];
        Array.Fill(nobody, -1);
        return nobody;
    }
}
