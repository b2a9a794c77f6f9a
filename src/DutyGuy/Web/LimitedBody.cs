using System.Buffers;

namespace DutyGuy.Web;

/// <summary>
/// Reads a body as it was sent, with or without its length told. Counted here: the server's own limit cuts off who still
/// sends, and who is cut off does not hear why.
/// </summary>
static class LimitedBody
{
    /// <summary>Null when it has more bytes on the wire than allowed: answer 413.</summary>
    public static async Task<ReadOnlyMemory<byte>?> Read(HttpRequest request, int largest)
    {
        if (request.ContentLength > largest)
            return null;
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > largest)
                return null;
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
