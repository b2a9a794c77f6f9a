namespace DutyGuy.Domain;

/// <summary>Which lines of a file stayed the same from one version to the next (Myers 1986, by the lines' hashes).</summary>
public static class LineDiff
{
    private const int MostEdits = 1500;

    /// <summary>For each line of the new version its place in the old one, -1 for a new line.</summary>
    public static int[] Map(int[] old, int[] now)
    {
        var map = new int[now.Length];
        Array.Fill(map, -1);
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start])
            map[start] = start++;
        var (oldEnd, nowEnd) = (old.Length, now.Length);
        while (oldEnd > start && nowEnd > start && old[oldEnd - 1] == now[nowEnd - 1])
            map[--nowEnd] = --oldEnd;
        Middle(old.AsSpan(start, oldEnd - start), now.AsSpan(start, nowEnd - start), map.AsSpan(start), start);
        return map;
    }

    private static void Middle(ReadOnlySpan<int> old, ReadOnlySpan<int> now, Span<int> map, int offset)
    {
        if (old.IsEmpty || now.IsEmpty)
            return;
        var most = Math.Min(old.Length + now.Length, MostEdits);
        var furthest = new int[(2 * most) + 3];
        var steps = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            if (Advance(old, now, furthest, edits, most))
            {
                Walk(old, now, steps, edits, map, offset);
                return;
            }
            steps.Add(furthest.AsSpan(most - edits, (2 * edits) + 3).ToArray());
        }
    }

    // One more edit on every diagonal; true when the end is reached. `furthest[k + most + 1]` is x on diagonal k.
    private static bool Advance(ReadOnlySpan<int> old, ReadOnlySpan<int> now, int[] furthest, int edits, int most)
    {
        for (var k = -edits; k <= edits; k += 2)
        {
            var at = k + most + 1;
            var x = edits == 0 ? 0 : Next(furthest, at, k, edits);
            while (x < old.Length && x - k < now.Length && x - k >= 0 && old[x] == now[x - k])
                x++;
            furthest[at] = x;
            if (x >= old.Length && x - k >= now.Length)
                return true;
        }
        return false;
    }

    private static int Next(ReadOnlySpan<int> furthest, int at, int k, int edits) =>
        IsDown(furthest, at, k, edits) ? furthest[at + 1] : furthest[at - 1] + 1;

    // Back from the end: the runs of equal lines between the edits are the lines that stayed.
    private static void Walk(
        ReadOnlySpan<int> old,
        ReadOnlySpan<int> now,
        List<int[]> steps,
        int edits,
        Span<int> map,
        int offset
    )
    {
        var (x, y) = (old.Length, now.Length);
        for (; edits > 0; edits--)
        {
            var before = steps[edits - 1];
            var k = x - y;
            // A stored step holds the diagonals -(edits-1)-1 .. (edits-1)+1.
            var startX = Next(before, k + edits, k, edits);
            var startY = startX - k;
            while (x > startX && y > startY)
                map[--y] = --x + offset;
            (x, y) = IsDown(before, k + edits, k, edits) ? (startX, startY - 1) : (startX - 1, startY);
        }
        while (x > 0 && y > 0)
            map[--y] = --x + offset;
    }

    // A new line (down) or a lost one (right), whichever comes further.
    private static bool IsDown(ReadOnlySpan<int> furthest, int at, int k, int edits) =>
        k == -edits || (k != edits && furthest[at - 1] < furthest[at + 1]);
}
