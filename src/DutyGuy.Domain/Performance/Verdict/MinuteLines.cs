using System.Buffers.Text;
using System.Text;

namespace DutyGuy.Domain;

/// <summary>
/// Reads the lines of <see cref="MinutesCsv"/> endpoint by endpoint, from bytes as they come: fast, and with the memory of
/// one endpoint. The lines of an endpoint stand together.
/// </summary>
/// <param name="finished">Is given each endpoint when its last line was read; it must not keep it.</param>
public sealed class MinuteLines(
    RolloutFrame frame,
    long switchedAt,
    string releaseAfter,
    Action<EndpointRequests> finished
)
{
    private readonly byte[] release = Encoding.UTF8.GetBytes(releaseAfter);
    private readonly EndpointRequests requests = new();
    private byte[] endpoint = [];
    private int number;

    /// <summary>Reads one line without its end; throws <see cref="FormatException"/> that says what is wrong.</summary>
    public void Read(ReadOnlySpan<byte> line)
    {
        if (number++ == 0)
            CheckHeader(line);
        else if (!line.IsEmpty)
            ReadRow(line);
    }

    /// <summary>After the last line.</summary>
    public void End()
    {
        if (!requests.IsEmpty)
            finished(requests);
        requests.Begin("");
    }

    private static void CheckHeader(ReadOnlySpan<byte> line)
    {
        if (!line.SequenceEqual(Encoding.UTF8.GetBytes(MinutesCsv.Header)))
            throw new FormatException($"line 1: the header is missing: begin with '{MinutesCsv.Header}'");
    }

    private void ReadRow(ReadOnlySpan<byte> line)
    {
        var rest = line;
        var name = Cell(ref rest);
        if (!name.SequenceEqual(endpoint))
            BeginEndpoint(name);
        var minute = Number(Cell(ref rest), "minute");
        var isNew = Cell(ref rest).SequenceEqual(release);
        var segment = Cell(ref rest);
        var (count, errors, sum) = (
            Number(Cell(ref rest), "count"),
            Number(Cell(ref rest), "errors"),
            Number(Cell(ref rest), "sum_ms")
        );
        var time = frame.TimeOf((int)Math.Floor((minute - switchedAt) / 60));
        if (time < 0 || count <= 0)
            return;
        Span<char> letters = stackalloc char[64];
        var length = Encoding.UTF8.GetChars(segment[..Math.Min(segment.Length, 64)], letters);
        requests.Add(time, isNew, letters[..length], count, errors, sum);
        ReadBins(rest);
    }

    private void BeginEndpoint(ReadOnlySpan<byte> name)
    {
        End();
        endpoint = name.ToArray();
        requests.Begin(Encoding.UTF8.GetString(name));
    }

    private void ReadBins(ReadOnlySpan<byte> text)
    {
        var i = 0;
        while (i < text.Length)
        {
            if (text[i] is (byte)' ' or (byte)'\r')
            {
                i++;
                continue;
            }
            var bin = Whole(text, ref i);
            if (i >= text.Length || text[i] != ':')
                requests.AddBin(bin, 1);
            else
            {
                i++;
                requests.AddBin(bin, Weight(text, ref i));
            }
        }
    }

    private int Whole(ReadOnlySpan<byte> text, ref int i)
    {
        var negative = text[i] == '-';
        if (negative)
            i++;
        var (from, value) = (i, 0);
        while (i < text.Length && (uint)(text[i] - '0') <= 9 && i - from < 9)
            value = value * 10 + (text[i++] - '0');
        if (i == from || (i < text.Length && text[i] is not ((byte)' ' or (byte)':' or (byte)'.' or (byte)'\r')))
            throw Wrong("hist", text);
        return negative ? -value : value;
    }

    private double Weight(ReadOnlySpan<byte> text, ref int i)
    {
        var from = i;
        double value = Whole(text, ref i);
        if (i >= text.Length || text[i] != '.')
            return value;
        if (!Utf8Parser.TryParse(text[from..], out value, out var used))
            throw Wrong("hist", text);
        i = from + used;
        return value;
    }

    private ReadOnlySpan<byte> Cell(ref ReadOnlySpan<byte> rest)
    {
        var comma = rest.IndexOf((byte)',');
        if (comma < 0)
            throw Wrong("columns", rest);
        var cell = rest[..comma];
        rest = rest[(comma + 1)..];
        return cell;
    }

    private double Number(ReadOnlySpan<byte> cell, string column) =>
        Utf8Parser.TryParse(cell, out double value, out var used) && used == cell.Length && value >= 0
            ? value
            : throw Wrong(column, cell);

    private FormatException Wrong(string what, ReadOnlySpan<byte> found) =>
        new($"line {number}: {what}: '{Encoding.UTF8.GetString(found[..Math.Min(found.Length, 60)])}' cannot be read");
}
