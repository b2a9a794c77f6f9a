using DutyGuy.Domain;

namespace DutyGuy.Benchmarks.Owners;

/// <summary>Grows one tree: each question is the one that takes most of the error away (second order, as XGBoost does).</summary>
internal sealed class TreeGrowth(
    byte[][] bins,
    float[][] edges,
    float[] gradients,
    float[] curves,
    bool[] columns,
    LearningSettings settings
)
{
    readonly List<TreeNode> _nodes = [];

    public TreeNode[] Grow(int[] sample)
    {
        Node(sample, 0);
        return [.. _nodes];
    }

    int Node(int[] sample, int depth)
    {
        var place = _nodes.Count;
        _nodes.Add(default);
        var (g, h) = Sums(sample);
        var best = depth < settings.Depth ? Best(sample, g, h) : null;
        if (best is not { } cut)
        {
            _nodes[place] = new TreeNode(null, settings.Rate * g / (h + settings.Ridge), 0, 0);
            return place;
        }
        var left = Node([.. sample.Where(row => bins[cut.Column][row] <= cut.Bin)], depth + 1);
        var right = Node([.. sample.Where(row => bins[cut.Column][row] > cut.Bin)], depth + 1);
        _nodes[place] = new TreeNode((Sign)cut.Column, edges[cut.Column][cut.Bin], left, right);
        return place;
    }

    (float G, float H) Sums(int[] sample)
    {
        var (g, h) = (0f, 0f);
        foreach (var row in sample)
            (g, h) = (g + gradients[row], h + curves[row]);
        return (g, h);
    }

    (int Column, int Bin)? Best(int[] sample, float g, float h)
    {
        (int Column, int Bin)? best = null;
        var most = 1e-3f;
        for (var column = 0; column < columns.Length; column++)
        {
            if (!columns[column] || edges[column].Length == 0)
                continue;
            var (gains, bin) = Cut(sample, column, g, h);
            if (gains > most)
                (most, best) = (gains, (column, bin));
        }
        return best;
    }

    (float Gain, int Bin) Cut(int[] sample, int column, float g, float h)
    {
        Span<float> gs = stackalloc float[edges[column].Length + 1];
        Span<float> hs = stackalloc float[edges[column].Length + 1];
        var own = bins[column];
        foreach (var row in sample)
        {
            var bin = own[row];
            gs[bin] += gradients[row];
            hs[bin] += curves[row];
        }
        var (most, at, left, leftCurve) = (0f, 0, 0f, 0f);
        for (var bin = 0; bin < edges[column].Length; bin++)
        {
            (left, leftCurve) = (left + gs[bin], leftCurve + hs[bin]);
            if (leftCurve < settings.LeastCurve || h - leftCurve < settings.LeastCurve)
                continue;
            var gain = Worth(left, leftCurve) + Worth(g - left, h - leftCurve) - Worth(g, h);
            if (gain > most)
                (most, at) = (gain, bin);
        }
        return (most, at);
    }

    float Worth(float g, float h) => g * g / (h + settings.Ridge);
}
