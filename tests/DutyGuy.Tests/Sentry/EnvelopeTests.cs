using System.IO.Compression;
using System.Text;
using DutyGuy.Adapters.Sentry;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Sentry;

public class EnvelopeTests
{
    private static Envelope Read(string text) => EnvelopeReader.Read(Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("browser11-event", "event")]
    [InlineData("browser8-event", "event")]
    [InlineData("dotnet6-event-logged-error", "event")]
    [InlineData("dotnet6-transaction", "transaction")]
    [InlineData("node11-message", "event")]
    [InlineData("node11-session", "session")]
    [InlineData("node11-span-v2", "span")]
    [InlineData("node7-event", "event")]
    [InlineData("python1-store-message", "event")]
    public void A_captured_request_has_its_item(string name, string type) =>
        Capture.Envelope(name).Items.ShouldHaveSingleItem().Type.ShouldBe(type);

    [Fact]
    public void Every_captured_sender_tells_its_key()
    {
        foreach (var name in Capture.Names)
        {
            var query = Capture.Url(name).Split("sentry_key=") is [_, var rest] ? rest.Split('&')[0] : null;
            SentryKey
                .From(Capture.Header(name, "X-Sentry-Auth"), Capture.Header(name, "Authorization"), query, null)
                .ShouldBe("0123456789abcdef0123456789abcdef", name);
        }
    }

    [Fact]
    public void A_key_is_found_in_each_place_and_a_foreign_authorisation_is_none()
    {
        SentryKey.From(null, "Sentry sentry_version=7, sentry_key=k", null, null).ShouldBe("k");
        SentryKey.From(null, "Bearer abc", "q", null).ShouldBe("q");
        SentryKey.From(null, null, null, "https://d:old@host/46").ShouldBe("d");
        SentryKey.From("Sentry sentry_version=7", "", " ", "nonsense").ShouldBeNull();
    }

    [Fact]
    public void Items_with_and_without_length_follow_each_other()
    {
        var envelope = Read(
            "{}\n{\"type\":\"a\",\"length\":5}\n12\n45\n{\"type\":\"b\"}\n{}\n\n{\"type\":\"c\",\"length\":0}\n\n"
        );
        envelope.Items.Select(i => (i.Type, i.Payload.Length)).ShouldBe([("a", 5), ("b", 2), ("c", 0)]);
        Read("{}").Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "the envelope's header is not JSON")]
    [InlineData("[1]", "the envelope's header is not a JSON object")]
    [InlineData("{}\nnonsense\n{}", "the header of item 1 is not JSON")]
    [InlineData("{}\n{\"type\":\"a\"}\n{}\n{\"length\":2}\n{}", "the header of item 2 has no type")]
    [InlineData("{}\n{\"type\":\"event\",\"length\":50}\n{}", "item 1 (event) says 50 bytes, 2 are left")]
    [InlineData("{}\n{\"type\":\"event\",\"length\":1}\n{}", "item 1 (event) is longer than the 1 bytes")]
    public void A_broken_envelope_is_named(string text, string message) =>
        Should.Throw<BrokenEnvelopeException>(() => Read(text)).Message.ShouldStartWith(message);

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("bare deflate")]
    [InlineData("br")]
    [InlineData("identity")]
    public void A_compressed_body_is_read_and_a_bomb_is_refused(string encoding)
    {
        var header = encoding.Split(' ')[^1];
        var text = Encoding.UTF8.GetBytes("{\"a\":1}\n");
        Body.Decompress(Pack(text, encoding), header, 100).ToArray().ShouldBe(text);
        var bomb = Pack(new byte[10_000_000], encoding);
        Should.Throw<BodyTooLargeException>(() => Body.Decompress(bomb, header, 1_000_000));
    }

    [Fact]
    public void A_body_of_exactly_the_limit_is_read() =>
        Body.Decompress(Pack(new byte[1000], "gzip"), "gzip", 1000).Length.ShouldBe(1000);

    [Fact]
    public void Gzip_is_recognised_without_its_header() =>
        Body.Decompress(Pack([1, 2, 3], "gzip"), null, 100).ToArray().ShouldBe([1, 2, 3]);

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zstd")]
    public void A_body_that_is_not_what_its_header_says_is_named(string encoding) =>
        Should
            .Throw<BrokenEnvelopeException>(() => Body.Decompress("{\"plain\":1}"u8.ToArray(), encoding, 100))
            .Message.ShouldContain(encoding);

    private static byte[] Pack(byte[] plain, string encoding)
    {
        using var packed = new MemoryStream();
        using (
            Stream stream = encoding switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
                "deflate" => new ZLibStream(packed, CompressionLevel.Optimal),
                "bare deflate" => new DeflateStream(packed, CompressionLevel.Optimal),
                "br" => new BrotliStream(packed, CompressionLevel.Optimal),
                _ => new BufferedStream(packed),
            }
        )
            stream.Write(plain);
        return packed.ToArray();
    }
}
