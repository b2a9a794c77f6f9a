using System.Globalization;
using System.Runtime.InteropServices;

namespace DutyGuy.Domain;

/// <summary>One question of a tree, or its answer when <see cref="Sign"/> is null: at most the value goes left.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TreeNode(Sign? Sign, float Value, int Left, int Right);

/// <summary>
/// What the development repositories taught: small trees whose answers add up to a score, and the curve that turns the
/// scores of an error's people into probabilities. Kept as text, a tree a line.
/// </summary>
/// <param name="Heat">Scores are divided by it before they become probabilities.</param>
public sealed record OwnerModel(IReadOnlyList<TreeNode[]> Trees, float Heat)
{
    /// <summary>The score of a row of evidence; only differences within one error mean something.</summary>
    public float Score(float[] row)
    {
        var sum = 0f;
        foreach (var tree in Trees)
        {
            var node = tree[0];
            while (node.Sign is { } sign)
                node = tree[row[(int)sign] <= node.Value ? node.Left : node.Right];
            sum += node.Value;
        }
        return sum;
    }

    /// <summary>The probability of each score to be the one, all together 1.</summary>
    public float[] Probabilities(IReadOnlyList<float> scores)
    {
        if (scores.Count == 0)
            return [];
        var most = scores.Max();
        var weights = scores.Select(score => MathF.Exp((score - most) / Heat)).ToArray();
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    /// <summary>Reads the text that <see cref="Write"/> made.</summary>
    public static OwnerModel Read(TextReader text)
    {
        var heat = float.Parse(text.ReadLine()!.Split(' ')[1], CultureInfo.InvariantCulture);
        var trees = new List<TreeNode[]>();
        while (text.ReadLine() is { Length: > 0 } line)
            trees.Add([.. line.Split(' ').Select(Node)]);
        return new OwnerModel(trees, heat);
    }

    /// <summary>Writes the model: `heat 1`, then each tree as nodes `Sign:value:left:right` and leaves `value`.</summary>
    public void Write(TextWriter text)
    {
        text.Write(string.Create(CultureInfo.InvariantCulture, $"heat {Heat:0.####}\n"));
        foreach (var tree in Trees)
            text.Write(string.Join(' ', tree.Select(Text)) + "\n");
    }

    private static string Text(TreeNode node) =>
        node.Sign is { } sign
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}:{node.Value:G6}:{node.Left}:{node.Right}")
            : node.Value.ToString("0.####", CultureInfo.InvariantCulture);

    private static TreeNode Node(string text)
    {
        var parts = text.Split(':');
        return parts.Length == 1
            ? new TreeNode(null, Number(parts[0]), 0, 0)
            : new TreeNode(Enum.Parse<Sign>(parts[0]), Number(parts[1]), Place(parts[2]), Place(parts[3]));
    }

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    private static int Place(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
