namespace DutyGuy.Domain;

/// <summary>A duty ships one repository; rollouts told for another service change nothing of what it ships.</summary>
public static class Service
{
    /// <summary>The repository that a duty ships: its only one, else the one that it names; null when it names none.</summary>
    public static RepositoryMain? Of(Duty duty, IReadOnlyList<RepositoryMain> mains) =>
        mains.Count == 1 ? mains[0] : mains.FirstOrDefault(m => m.Repository == duty.Ships);

    /// <summary>
    /// Whether a rollout is of what the duty ships: it says no service, or the name of the repository. One that says none
    /// is of another service when only another repository of the duty has its commit.
    /// </summary>
    public static bool IsOf(Rollout rollout, Duty duty, IReadOnlyList<RepositoryMain> mains)
    {
        var shipped = Of(duty, mains);
        if (rollout.Service != Services.Default)
            return rollout.Service == (shipped?.Repository ?? duty.Ships);
        return mains.Count < 2
            || shipped is null
            || Has(shipped, rollout)
            || !mains.Any(m => m != shipped && Has(m, rollout));
    }

    static bool Has(RepositoryMain main, Rollout rollout) => MainCommit.Named(rollout.To, main.Line) is not null;
}
