namespace DutyGuy.Domain.Tests.Triage.SourceMaps;

/// <summary>Events of browsers.</summary>
internal static class Causes
{
    public static ErrorCause Of(string type, IReadOnlyList<Frame> frames, string value = "") =>
        ErrorCause.Of(
            new()
            {
                EventId = "1",
                Environment = "production",
                Title = type,
                Platform = "javascript",
                Type = type,
                Value = value,
                Chain = [new RaisedException(type, value, frames)],
                Frames = frames,
            }
        );
}
