using System.Globalization;
using System.Text;
using CsCheck;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Performance;

public class MinuteLinesTests
{
    private const long Switched = 1_772_460_000;
    private static readonly RolloutFrame Frame = new(10, 10);

    private static List<(string Endpoint, int Cells)> Read(params string[] lines)
    {
        var read = new List<(string, int)>();
        var reader = new MinuteLines(Frame, Switched, "r2", r => read.Add((r.Endpoint, r.IsEmpty ? 0 : 1)));
        foreach (var line in lines)
            reader.Read(Encoding.UTF8.GetBytes(line));
        reader.End();
        return read;
    }

    [Fact]
    public void Lines_are_gathered_by_endpoint_and_what_lies_outside_is_left_out()
    {
        Read(
                MinutesCsv.Header,
                $"GET /a,{Switched},r2,-,3,0,59.4,74:2 80",
                $"GET /b,{Switched - 60},r1,-,1,1,5.0,41",
                $"GET /c,{Switched + 6000},r1,-,1,1,5.0,41"
            )
            .ShouldBe([("GET /a", 1), ("GET /b", 1)]);
    }

    [Theory]
    [InlineData("GET /a,x,r2,-,3,0,59.4,74", "minute")]
    [InlineData("GET /a,1772460000,r2,-,3,0,59.4,7x", "hist")]
    [InlineData("GET /a,1772460000,r2", "columns")]
    public void A_wrong_line_is_told_by_its_number(string line, string column) =>
        Should.Throw<FormatException>(() => Read(MinutesCsv.Header, line)).Message.ShouldStartWith($"line 2: {column}");

    [Fact]
    public void Without_the_header_it_is_refused() => Should.Throw<FormatException>(() => Read("GET /a"));

    [Fact]
    public void Every_bin_that_is_written_is_read() =>
        Gen.Select(Gen.Int[-150, 500], Gen.Double[0.1, 90])
            .List[1, 20]
            .Sample(bins =>
            {
                var text = string.Join(
                    ' ',
                    bins.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Item1}:{b.Item2:0.###}"))
                );
                double total = 0;
                var reader = new MinuteLines(Frame, Switched, "r2", r => total = WeightOf(r));
                reader.Read(Encoding.UTF8.GetBytes(MinutesCsv.Header));
                reader.Read(Encoding.UTF8.GetBytes($"GET /a,{Switched},r2,-,3,0,59.4,{text}"));
                reader.End();
                total.ShouldBe(bins.Sum(b => b.Item2), 0.001 * bins.Count + 0.001);
            });

    private static double WeightOf(EndpointRequests requests) => requests.Weight;
}
