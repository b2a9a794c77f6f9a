using System.Text.Json;
using System.Text.RegularExpressions;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Adapters.Sentry;

/// <summary>An error that may be kept, what is at fault in it, and the compact JSON of its event (see <see cref="EventJson"/>).</summary>
public sealed record SentryError(ErrorSighting Sighting, ErrorCause Cause, string Json);

/// <summary>The frames of a minified program as those of its sources, by the release; frames that are none stay as they are.</summary>
public delegate IReadOnlyList<Frame> Originals(string? release, IReadOnlyList<Frame> frames);

/// <summary>What one envelope says.</summary>
/// <param name="Counted">Items that make no error and no timing, by type: `session`, `event:warning`, `transaction:task`.</param>
/// <param name="Broken">One sentence per item that could not be read: which one and why.</param>
public sealed record Reading(
    IReadOnlyList<SentryError> Errors,
    IReadOnlyList<Timing> Timings,
    IReadOnlyDictionary<string, int> Counted,
    IReadOnlyList<string> Broken
);

/// <summary>Turns an envelope into errors and timings; people's data is dropped here, at the door.</summary>
public static class SentryIntake
{
    /// <summary>Reads all items. `hashKey` makes users countable without naming them; `receivedAt` is the server's clock.</summary>
    public static Reading Read(
        Envelope envelope,
        ReadOnlySpan<byte> hashKey,
        Instant receivedAt,
        Originals? original = null
    )
    {
        original ??= (_, frames) => frames;
        var parts = new Parts(new(), new(), new(StringComparer.Ordinal), new());
        foreach (var item in envelope.Items)
            try
            {
                ReadItem(envelope.Header, item, hashKey, receivedAt, original, parts);
            }
            catch (JsonException e)
            {
                // The other items of the envelope are good and are not sent again.
                parts.Broken.Add($"{item} is not JSON: {e.Message}");
            }
            catch (Exception e) when (e is BrokenEnvelopeException or RegexMatchTimeoutException)
            {
                parts.Broken.Add($"{item} cannot be read: {e.Message}");
            }
        return new Reading(parts.Errors, parts.Timings, parts.Counted, parts.Broken);
    }

    private static void ReadItem(
        EnvelopeHeader header,
        EnvelopeItem item,
        ReadOnlySpan<byte> hashKey,
        Instant receivedAt,
        Originals original,
        Parts to
    )
    {
        if (item.Type is not ("event" or "transaction" or "span"))
        {
            to.Count(item.Type);
            return;
        }
        using var json = JsonDocument.Parse(item.Payload);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            to.Broken.Add($"{item} is not a JSON object");
        else if (item.Type is "event")
            ReadEvent(header, EventForm.Renewed(root), hashKey, receivedAt, original, to);
        else
            ReadTimings(item, TimingReader.Read(item.Type, root, header, receivedAt), to);
    }

    private static void ReadEvent(
        EnvelopeHeader header,
        JsonElement root,
        ReadOnlySpan<byte> hashKey,
        Instant receivedAt,
        Originals original,
        Parts to
    )
    {
        var level = root.Text("level");
        if (ErrorLevel.IsError(level))
            to.Errors.Add(EventReader.Read(root, header, hashKey, receivedAt, original));
        else
            to.Count("event:" + ErrorLevel.Of(level));
    }

    private static void ReadTimings(EnvelopeItem item, IEnumerable<(Timing? Timing, string Kind)> found, Parts to)
    {
        foreach (var (timing, kind) in found)
            if (timing is not null)
                to.Timings.Add(timing);
            else
                to.Count($"{item.Type}:{kind}");
    }

    private sealed record Parts(
        List<SentryError> Errors,
        List<Timing> Timings,
        Dictionary<string, int> Counted,
        List<string> Broken
    )
    {
        // Types and levels are the sender's words: cut, and no more than a few.
        private const int MostKinds = 50;

        public void Count(string kind)
        {
            kind = kind.Length > 40 ? kind[..40] : kind;
            kind = Counted.Count < MostKinds || Counted.ContainsKey(kind) ? kind : "other";
            Counted[kind] = Counted.GetValueOrDefault(kind) + 1;
        }
    }
}
