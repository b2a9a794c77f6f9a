using System.Globalization;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Minutes of endpoints as CSV, one row per endpoint, minute, release and segment; no quoting.</summary>
public static class MinutesCsv
{
    /// <summary>The first line.</summary>
    public const string Header = "endpoint,minute,release,segment,count,errors,sum_ms,hist";

    private const int Columns = 8;

    /// <summary>Reads row by row; throws <see cref="FormatException"/> that says line, what is wrong and how to mend it.</summary>
    public static IEnumerable<EndpointMinute> Read(TextReader text, string service, string environment)
    {
        if (text.ReadLine()?.TrimStart('\uFEFF').Trim() is not Header)
            throw new FormatException($"line 1: the header is missing: begin with '{Header}'");
        for (
            var (line, number) = (text.ReadLine(), 2);
            line is not null;
            (line, number) = (text.ReadLine(), number + 1)
        )
            if (!string.IsNullOrWhiteSpace(line))
                yield return Row(line.TrimEnd('\r').Split(','), number, service, environment);
    }

    /// <summary>Writes header and rows.</summary>
    public static void Write(TextWriter text, IEnumerable<EndpointMinute> minutes)
    {
        text.Write(Header + "\n");
        foreach (var m in minutes)
        {
            var seconds = m.Minute.ToUnixTimeSeconds();
            var names = $"{Plain(m.Endpoint)},{seconds},{Plain(m.Release)},{Plain(m.Segment)}";
            var figures = string.Create(
                CultureInfo.InvariantCulture,
                $"{m.Count:0.###},{m.Errors:0.###},{m.SumMs:0.###}"
            );
            text.Write($"{names},{figures},{m.Histogram}\n");
        }
    }

    // No quoting: a comma or a line break in a name would break the row.
    private static string Plain(string name) => name.Replace(',', ';').ReplaceLineEndings(" ");

    private static EndpointMinute Row(string[] cells, int line, string service, string environment)
    {
        if (cells.Length != Columns)
            throw Wrong(line, $"{cells.Length} columns instead of {Columns}", $"write {Header}, without quotes");
        if (cells[0].Length == 0)
            throw Wrong(line, "endpoint is empty", "name the route, as in GET /doctors");
        var minute = Figure(cells[1], "minute", line);
        if (minute % 60 != 0 || minute > 1e11)
            throw Wrong(line, $"minute is '{cells[1]}'", "write Unix seconds at a full minute (a multiple of 60)");
        var (count, errors) = (Figure(cells[4], "count", line), Figure(cells[5], "errors", line));
        if (count <= 0 || errors > count)
            throw Wrong(
                line,
                $"{cells[5]} errors of {cells[4]} requests",
                "errors are among the requests; leave out minutes without requests"
            );
        return new EndpointMinute
        {
            Service = service,
            Environment = environment,
            Endpoint = cells[0],
            Minute = Instant.FromUnixTimeSeconds((long)minute),
            Release = cells[2],
            Segment = cells[3].Length == 0 ? "-" : cells[3],
            Count = count,
            Errors = errors,
            SumMs = Figure(cells[6], "sum_ms", line),
            Histogram = Histogram(cells[7], count, line),
        };
    }

    private static double Figure(string cell, string column, int line) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var figure)
        && figure is >= 0 and < 1e15
            ? figure
            : throw Wrong(line, $"{column} is '{cell}'", "write a number of 0 or more with a point for decimals");

    private static DurationHistogram Histogram(string cell, double count, int line)
    {
        DurationHistogram histogram;
        try
        {
            histogram = DurationHistogram.Parse(cell);
        }
        catch (FormatException e)
        {
            throw new FormatException($"line {line}: hist: {e.Message}", e);
        }
        // Scaled counts are rounded to three decimals bin by bin.
        if (Math.Abs(histogram.Count - count) > 0.5 + count * 0.001)
            throw Wrong(
                line,
                $"hist holds {histogram.Count:0.###} requests, count says {count:0.###}",
                "make them equal"
            );
        return histogram;
    }

    private static FormatException Wrong(int line, string what, string mend) => new($"line {line}: {what}: {mend}");
}
