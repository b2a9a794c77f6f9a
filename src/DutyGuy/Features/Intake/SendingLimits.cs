using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using DutyGuy.Commands;

namespace DutyGuy.Features.Intake;

/// <summary>
/// How many items a project may send a minute (setting <c>intake:per-minute</c>). Protects the machine, so it goes by
/// the machine's own time, also when the test clock stands.
/// </summary>
sealed class SendingLimits(ServeSettings settings)
{
    readonly int perMinute = int.TryParse(
        settings.All["intake:per-minute"],
        CultureInfo.InvariantCulture,
        out var given
    )
        ? given
        : 600_000;

    readonly ConcurrentDictionary<int, Minute> minutes = new();

    /// <summary>Null when the project may send; else for how long not.</summary>
    public int? SecondsToWait(int project) => Of(project).SecondsToWait(perMinute);

    public void Count(int project, int items) => Of(project).Count(items);

    Minute Of(int project) => minutes.GetOrAdd(project, _ => new Minute());

    sealed class Minute
    {
        readonly Lock guard = new();
        long began = Stopwatch.GetTimestamp();
        int items;

        public int? SecondsToWait(int most)
        {
            lock (guard)
            {
                var gone = Stopwatch.GetElapsedTime(began);
                if (gone >= TimeSpan.FromMinutes(1))
                    (began, items, gone) = (Stopwatch.GetTimestamp(), 0, TimeSpan.Zero);
                return items < most ? null : Math.Max(1, (int)Math.Ceiling(60 - gone.TotalSeconds));
            }
        }

        public void Count(int more)
        {
            lock (guard)
                items += more;
        }
    }
}
