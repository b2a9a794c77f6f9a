using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Features.Duties;

/// <summary>A duty as the API shows it; zone, hours, turn and aim are the playbook's, null when that cannot be read.</summary>
/// <param name="Repositories">What it names; a single duty looks after everything, also when it names nothing.</param>
/// <param name="Problem">Why the duty stands still, and how to mend it.</param>
sealed record DutyView(
    string Id,
    string Name,
    IReadOnlyList<string> Members,
    IReadOnlyList<string>? Repositories,
    IReadOnlyList<string>? Projects,
    IReadOnlyList<LocalDate> ClosedOn,
    string? Holidays,
    string? Zone,
    string? Hours,
    string? Turn,
    int? Aim,
    int PlaybookVersion,
    string? Ships = null,
    Instant? EndedAt = null,
    string? Problem = null
)
{
    public static DutyView Of(Duty duty, Playbook? playbook, int version) =>
        new(
            duty.Id,
            duty.Name,
            duty.Members,
            duty.Repositories,
            duty.Projects,
            duty.ClosedOn,
            duty.Holidays,
            playbook?.Zone.Id,
            playbook is null ? null : Words(playbook),
            playbook?.Turn,
            playbook?.Aim,
            version,
            duty.Ships,
            duty.EndedAt
        );

    static string Words(Playbook playbook) =>
        $"{playbook.Hours.From:HH:mm} to {playbook.Hours.To:HH:mm}{(playbook.WorkingDays ? ", working days" : "")}";
}
