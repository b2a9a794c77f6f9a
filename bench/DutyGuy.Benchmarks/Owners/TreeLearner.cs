using DutyGuy.Domain;

namespace DutyGuy.Benchmarks.Owners;

/// <summary>Learns small trees that rank the people of an error: gradient boosting of a softmax over them.</summary>
/// <remarks>Friedman 2001 for the boosting, Cao et al. 2007 (ListNet) for the loss, histograms as in LightGBM.</remarks>
internal sealed class TreeLearner(IReadOnlyList<LearningCase> cases, LearningSettings settings, bool[] used)
{
    const int Bins = 48;
    readonly float[][] _edges = Edges(cases, used);
    readonly List<(int Case, int Row)> _rows = [];
    byte[][] _bins = [];

    public OwnerModel Learn()
    {
        Fill();
        var scores = cases.Select(c => new float[c.Rows.Length]).ToArray();
        var (gradients, curves) = (new float[_rows.Count], new float[_rows.Count]);
        var trees = new List<TreeNode[]>();
        var random = new Random(7);
        for (var round = 0; round < settings.Trees; round++)
        {
            Slopes(scores, gradients, curves);
            var sample = Enumerable.Range(0, _rows.Count).ToArray();
            if (settings.Sampled < 1)
            {
                var taken = cases.Select(_ => random.NextDouble() < settings.Sampled).ToArray();
                sample = [.. sample.Where(row => taken[_rows[row].Case])];
            }
            var columns = used.Select(u => u && random.NextDouble() < settings.Columns).ToArray();
            var tree = new TreeGrowth(_bins, _edges, gradients, curves, columns, settings).Grow(sample);
            trees.Add(tree);
            for (var row = 0; row < _rows.Count; row++)
                scores[_rows[row].Case][_rows[row].Row] += Answer(tree, cases[_rows[row].Case].Rows[_rows[row].Row]);
        }
        return new OwnerModel(trees, 1);
    }

    static float Answer(TreeNode[] tree, float[] row)
    {
        var node = tree[0];
        while (node.Sign is { } sign)
            node = tree[row[(int)sign] <= node.Value ? node.Left : node.Right];
        return node.Value;
    }

    void Slopes(float[][] scores, float[] gradients, float[] curves)
    {
        var at = 0;
        for (var number = 0; number < cases.Count; number++)
        {
            var (c, own) = (cases[number], scores[number]);
            var most = own.Max();
            var sum = own.Sum(score => MathF.Exp(score - most));
            for (var row = 0; row < own.Length; row++, at++)
            {
                var p = MathF.Exp(own[row] - most) / sum;
                gradients[at] = Truth(c, row) - p;
                curves[at] = Math.Max(p * (1 - p), 1e-4f);
            }
        }
    }

    // The introducer is the second best answer: some of the truth is theirs.
    float Truth(LearningCase c, int row)
    {
        var shared = c.Introducer >= 0 && c.Introducer != c.Fixer ? settings.IntroducerPart : 0;
        return row == c.Fixer ? 1 - shared
            : row == c.Introducer ? shared
            : 0;
    }

    // Column by column, since a question is sought in one column at a time.
    void Fill()
    {
        for (var number = 0; number < cases.Count; number++)
        for (var row = 0; row < cases[number].Rows.Length; row++)
            _rows.Add((number, row));
        _bins = [.. Enumerable.Range(0, EvidenceTable.Width).Select(Binned)];
    }

    byte[] Binned(int column)
    {
        var bins = new byte[_rows.Count];
        for (var row = 0; row < bins.Length && _edges[column].Length > 0; row++)
        {
            var place = Array.BinarySearch(_edges[column], cases[_rows[row].Case].Rows[_rows[row].Row][column]);
            bins[row] = (byte)(place >= 0 ? place : ~place);
        }
        return bins;
    }

    // Edges between as many values as there are bins (of each fourth row: enough to tell where they lie); a value is in the
    // first bin whose edge it does not pass.
    static float[][] Edges(IReadOnlyList<LearningCase> cases, bool[] used)
    {
        var edges = new float[EvidenceTable.Width][];
        for (var column = 0; column < edges.Length; column++)
        {
            var values = used[column]
                ? cases
                    .SelectMany(c => c.Rows.Select(row => row[column]))
                    .Where((_, place) => place % 4 == 0)
                    .Distinct()
                    .Order()
                    .ToArray()
                : [];
            edges[column] =
                values.Length <= Bins
                    ? [.. values.SkipLast(1)]
                    : [.. Enumerable.Range(1, Bins - 1).Select(i => values[i * values.Length / Bins]).Distinct()];
        }
        return edges;
    }
}
