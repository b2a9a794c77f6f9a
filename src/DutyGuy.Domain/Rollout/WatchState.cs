using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What is seen of production since the switch-over.</summary>
/// <param name="Health">Yes: what is watched stays flat; <see cref="Says"/> says what that is.</param>
/// <param name="NewErrors">Titles of errors that began after the switch.</param>
/// <param name="Calls">Endpoints that got worse, as they were called.</param>
/// <param name="Minutes">One cell a minute since the switch: yes as before, no worse, cannot tell.</param>
public sealed record WatchState(
    Tri Health,
    IReadOnlyList<string> NewErrors,
    IReadOnlyList<WatchCall> Calls,
    IReadOnlyList<Tri> Minutes
)
{
    /// <summary>Nothing is watched.</summary>
    public static readonly WatchState None = new(Tri.CannotTell, [], [], []);

    /// <summary>What is watched and how it is, in a sentence; half of the evidence is said as half.</summary>
    public string Says { get; init; } = "Nothing is watched.";

    /// <summary>The rollout that it is about; null when that goes without saying.</summary>
    public long? Rollout { get; init; }

    /// <summary>Whether it is about this rollout.</summary>
    public bool IsOf(Rollout rollout) => Rollout is null || Rollout == rollout.Id;

    /// <summary>Requests fell: how far, in a sentence.</summary>
    public string? Fell { get; init; }

    /// <summary>The release that figures still come from; null when they do not contradict.</summary>
    public string? Contradicted => Release.Agree == Tri.No ? Release.Other : null;

    /// <summary>Which release the figures carry.</summary>
    public FiguresRelease Release { get; init; } = new(Tri.CannotTell, null);

    /// <summary>Errors and response times were both seen.</summary>
    public bool IsWhole { get; init; }

    /// <summary>What got worse, in words.</summary>
    public IReadOnlyList<string> Findings =>
        [
            .. Contradicted is { } other ? new[] { $"Figures still come from {other}." } : [],
            .. NewErrors.Select(e => $"New error: {e}"),
            .. Calls.Select(WatchWords.Of),
            .. Fell is { } fell ? new[] { fell } : [],
        ];

    /// <summary>What to do about it, which a person decides; null while it cannot be told.</summary>
    public WatchAdvice? Advice =>
        Health switch
        {
            Tri.Yes => WatchAdvice.Keep,
            Tri.No when Calls.Any(c => c is { Advice: WatchAdvice.RollBack, Better: false }) => WatchAdvice.RollBack,
            Tri.No => WatchAdvice.Look,
            _ => null,
        };
}
