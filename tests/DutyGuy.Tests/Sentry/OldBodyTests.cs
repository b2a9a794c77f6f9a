using System.IO.Compression;
using System.Text;
using DutyGuy.Adapters.Sentry;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Sentry;

/// <summary>How the clients of before 2018 sent an event to the store route.</summary>
public class OldBodyTests
{
    private const string Event = """{"message":"the queue is gone – ünd ÿ"}""";

    [Theory]
    [InlineData("zlib base64", null)]
    [InlineData("zlib base64", "")]
    [InlineData("zlib base64", "deflate")]
    [InlineData("zlib base64", "base64")]
    [InlineData("gzip base64", null)]
    [InlineData("gzip base64", "gzip")]
    [InlineData("base64", null)]
    [InlineData("base64", "identity")]
    [InlineData("base64 gzip", "gzip")]
    [InlineData("base64 zlib", "deflate")]
    [InlineData("zlib base64 gzip", "gzip")]
    [InlineData("zlib base64 url", null)]
    [InlineData("zlib base64 lines", null)]
    [InlineData("zlib base64 bare", null)]
    [InlineData("zlib", null)]
    [InlineData("", null)]
    public void It_is_read_however_it_was_wrapped(string ways, string? contentEncoding)
    {
        var body = ways.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(Encoding.UTF8.GetBytes(Event), Wrap);
        var plain = Body.Decompress(body, contentEncoding, 1000);
        Encoding.UTF8.GetString(plain.Span).ShouldBe(Event);
        StoreReader.Read(plain).Items.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("zlib base64")]
    [InlineData("gzip base64")]
    [InlineData("base64")]
    [InlineData("zlib base64 gzip")]
    public void A_bomb_in_base64_is_refused(string ways)
    {
        var bomb = Encoding.UTF8.GetBytes("{\"message\":\"" + new string('a', 5_000_000));
        var body = ways.Split(' ').Aggregate(bomb, Wrap);
        Should.Throw<BodyTooLargeException>(() => Body.Decompress(body, null, 1_000_000));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("12345678")]
    [InlineData("eJxnonsense")]
    [InlineData("H4sInonsense")]
    [InlineData("====")]
    [InlineData("not an envelope")]
    public void A_text_that_is_no_JSON_stays_what_it_is(string text) =>
        Encoding.UTF8.GetString(Body.Decompress(Encoding.UTF8.GetBytes(text), null, 1000).Span).ShouldBe(text);

    [Fact]
    public void A_mark_of_the_order_of_bytes_is_passed_over() =>
        StoreReader.Read(Encoding.UTF8.GetBytes("\ufeff \t\n{}")).Items[0].Payload.ToArray().ShouldBe("{}"u8.ToArray());

    [Theory]
    [InlineData(
        "Sentry sentry_timestamp=1329096377.5, sentry_client=raven-python/1.0, sentry_version=2.0, sentry_key=k"
    )]
    [InlineData("sentry SENTRY_KEY = \"k\" ,sentry_secret=s,sentry_timestamp=2012-02-13T01:26:17.5")]
    [InlineData("Sentry sentry_key=k,sentry_timestamp=1329096377500")]
    public void The_key_says_when_it_was_sent(string header)
    {
        SentryKey.From(header, null, null, null).ShouldBe("k");
        SentryKey.SentAt(null, header).ShouldBe(Instant.FromUtc(2012, 2, 13, 1, 26, 17).PlusNanoseconds(500_000_000));
        SentryKey.SentAt("Sentry sentry_key=k", "Bearer x").ShouldBeNull();
    }

    private static byte[] Wrap(byte[] body, string way)
    {
        var text = way is "base64" ? Convert.ToBase64String(body) : Encoding.Latin1.GetString(body);
        return way switch
        {
            "gzip" or "zlib" => Pack(body, way),
            "url" => Encoding.Latin1.GetBytes(text.Replace('+', '-').Replace('/', '_')),
            "bare" => Encoding.Latin1.GetBytes(text.TrimEnd('=')),
            "lines" => Encoding.Latin1.GetBytes(string.Concat(text.Chunk(60).Select(l => new string(l) + "\r\n"))),
            _ => Encoding.Latin1.GetBytes(text),
        };
    }

    private static byte[] Pack(byte[] body, string way)
    {
        using var packed = new MemoryStream();
        using (
            Stream stream = way is "gzip"
                ? new GZipStream(packed, CompressionLevel.Fastest)
                : new ZLibStream(packed, CompressionLevel.Fastest)
        )
            stream.Write(body);
        return packed.ToArray();
    }
}
