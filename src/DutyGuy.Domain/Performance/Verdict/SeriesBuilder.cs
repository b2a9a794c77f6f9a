using System.Runtime.InteropServices;

namespace DutyGuy.Domain;

/// <summary>
/// Makes the series of an endpoint from its requests. Customers of a class that was not there before (or hardly) are left
/// out: they bring their own durations, which are not the release's doing; the other classes are brought to one level.
/// </summary>
/// <param name="watching">What came after the switch-over must not tell what is usual: it is looked at minute by minute.</param>
internal sealed class SeriesBuilder(RolloutFrame frame, bool watching)
{
    private const double FewestOfSegment = 5;
    private const double MostGrowth = 8;
    private const double ShrinkSegment = 30;

    // The first minutes of a release are not what it is like later.
    private const int Warming = 10;

    private readonly List<Cell> cells = [];

    public EndpointSeries Build(EndpointRequests requests)
    {
        var shifts = Shifts(requests);
        var baseline = new double[BinRange.Count];
        foreach (var row in requests.Rows)
            if (IsUsual(row) && shifts[row.Segment] is { } shift)
                AddTo(baseline, requests, row, shift);
        var known = baseline.Sum();
        var table = known > 0 ? new ScoreTable(baseline) : null;
        FillCells(requests, shifts, table);
        return new(requests.Endpoint, cells.ToArray(), Side(requests, shifts, false), Side(requests, shifts, true))
        {
            Known = known,
            Slope = table?.Slope ?? 1,
            Spread = table is null ? 1 : table.Variance / (table.Slope * table.Slope),
            TailShare = table?.TailShare ?? 0,
            TailDensity = table?.TailDensity ?? 0,
            TailAtShift = table?.TailAtShift ?? [],
        };
    }

    private bool IsUsual(RequestRow row) => !row.IsNew && (!watching || row.Time < frame.Switch);

    private void FillCells(EndpointRequests requests, int?[] shifts, ScoreTable? table)
    {
        cells.Clear();
        if (table is null)
            return;
        foreach (var row in requests.Rows)
            if (shifts[row.Segment] is { } shift)
                AddCell(CellOf(requests, row, shift, table));
        cells.Sort((a, b) => a.Time != b.Time ? a.Time.CompareTo(b.Time) : a.IsNew.CompareTo(b.IsNew));
    }

    private void AddCell(Cell cell)
    {
        if (cells.Count > 0 && cells[^1] is var last && last.Time == cell.Time && last.IsNew == cell.IsNew)
            cells[^1] = new(
                cell.Time,
                cell.IsNew,
                last.Count + cell.Count,
                last.Scores + cell.Scores,
                last.Tail + cell.Tail,
                last.Errors + cell.Errors,
                last.SumMs + cell.SumMs
            );
        else
            cells.Add(cell);
    }

    private static Cell CellOf(EndpointRequests requests, RequestRow row, int shift, ScoreTable table)
    {
        double scores = 0,
            tail = 0;
        var bins = requests.BinsOf(row);
        var weights = requests.WeightsOf(row);
        for (var i = 0; i < bins.Length; i++)
        {
            var place = BinRange.PlaceOf(bins[i] - shift);
            scores += weights[i] * table.ScoreOf(place);
            if (table.IsTail(place))
                tail += weights[i];
        }
        var centred = scores - row.Count * table.Mean;
        return new((short)row.Time, row.IsNew, row.Count, (float)centred, (float)tail, row.Errors, (float)row.SumMs);
    }

    private static void AddTo(double[] histogram, EndpointRequests requests, RequestRow row, int shift)
    {
        var bins = requests.BinsOf(row);
        var weights = requests.WeightsOf(row);
        for (var i = 0; i < bins.Length; i++)
            histogram[BinRange.PlaceOf(bins[i] - shift)] += weights[i];
    }

    private SideTotal Side(EndpointRequests requests, int?[] shifts, bool isNew)
    {
        var histogram = new double[BinRange.Count];
        double count = 0,
            errors = 0,
            sum = 0;
        var from = isNew ? frame.Switch + Math.Min(Warming, frame.After / 3) : frame.Minutes;
        foreach (var row in requests.Rows)
            if (row.IsNew == isNew && row.Time >= from && shifts[row.Segment] is not null)
            {
                AddTo(histogram, requests, row, 0);
                (count, errors, sum) = (count + row.Count, errors + row.Errors, sum + row.SumMs);
            }
        return new(count, errors, sum, histogram);
    }

    /// <summary>By how many bins each segment is slower than the largest; null = left out.</summary>
    private int?[] Shifts(EndpointRequests requests)
    {
        var segments = new SegmentSum[requests.Segments];
        foreach (var row in requests.Rows)
            if (!watching || !row.IsNew)
                segments[row.Segment].Add(row, requests);
        if (segments.Length == 1)
            return [0];
        var largest = segments.MaxBy(s => s.Old);
        return segments.Select(s => Usable(s) ? ShiftOf(s, largest) : (int?)null).ToArray();
    }

    private static int ShiftOf(SegmentSum one, SegmentSum largest) =>
        (int)Math.Round((one.MeanBin - largest.MeanBin) * one.Old / (one.Old + ShrinkSegment));

    private bool Usable(SegmentSum s)
    {
        var oldRate = s.Old / (frame.Minutes + frame.Before);
        return s.Old >= FewestOfSegment && s.New / frame.After <= MostGrowth * oldRate;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct SegmentSum
    {
        private double bins;

        public double Old { get; private set; }
        public double New { get; private set; }
        public readonly double MeanBin => Old > 0 ? bins / Old : 0;

        public void Add(RequestRow row, EndpointRequests requests)
        {
            if (row.IsNew)
            {
                New += row.Count;
                return;
            }
            Old += row.Count;
            var places = requests.BinsOf(row);
            var weights = requests.WeightsOf(row);
            for (var i = 0; i < places.Length; i++)
                bins += places[i] * weights[i];
        }
    }
}
