namespace DutyGuy.Tests.Recipes;

/// <summary>As much of YAML as the recipes use: maps by indentation, and the scalar of many lines.</summary>
static class MiniYaml
{
    /// <summary>The literal scalar after a mark at the end of a line: the deeper lines below, without their indentation.</summary>
    public static string Scalar(string text, string mark)
    {
        var lines = text.Split('\n');
        var at = Array.FindIndex(lines, l => l.EndsWith(mark, StringComparison.Ordinal));
        var depth = Depth(lines[at + 1]);
        var inside = lines.Skip(at + 1).TakeWhile(l => l.Length == 0 || Depth(l) >= depth);
        return string.Join('\n', inside.Select(l => l.Length == 0 ? l : l[depth..])).TrimEnd('\n') + "\n";
    }

    /// <summary>The values of single lines by their path, <c>tell-duty.needs</c>; an item of a list has no name of its own.</summary>
    public static IReadOnlyDictionary<string, string> Values(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var above = new Stack<(int Depth, string Name)>();
        foreach (var line in text.Split('\n').Where(l => l.Trim().Length > 0))
        {
            var (depth, entry) = Entry(line);
            if (
                entry.IndexOf(':', StringComparison.Ordinal) is var colon
                && (colon < 1 || entry[..colon].Contains(' '))
            )
                continue;
            while (above.Count > 0 && above.Peek().Depth >= depth)
                above.Pop();
            above.Push((depth, entry[..colon]));
            values[string.Join('.', above.Reverse().Select(a => a.Name))] = entry[(colon + 1)..].Trim();
        }
        return values;
    }

    static (int Depth, string Entry) Entry(string line) =>
        line.TrimStart() is ['-', ' ', .. var item] ? (Depth(line) + 2, item) : (Depth(line), line.TrimStart());

    static int Depth(string line) => line.Length - line.TrimStart().Length;
}
