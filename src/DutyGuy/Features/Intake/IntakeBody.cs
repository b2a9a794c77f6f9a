using System.Buffers;
using DutyGuy.Adapters.Sentry;

namespace DutyGuy.Features.Intake;

/// <summary>Reads a body as it was sent, with or without its length told.</summary>
static class IntakeBody
{
    /// <summary>Bytes on the wire; more is answered with 413.</summary>
    const int Largest = 5 * 1024 * 1024;

    public static async Task<ReadOnlyMemory<byte>> Read(HttpRequest request)
    {
        if (request.ContentLength > Largest)
            throw new BodyTooLargeException(Largest);
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > Largest)
                throw new BodyTooLargeException(Largest);
            if (read.IsCompleted)
            {
                var all = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return all;
            }
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
