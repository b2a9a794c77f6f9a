using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Who owns an error, and how they came to it: goes from one error to another as a whole.</summary>
internal readonly record struct ErrorOwner(
    string? Assignee,
    Ownership Ownership,
    LocalDate? DueOn,
    long? UsersWhenTaken
)
{
    public static ErrorOwner Of(TrackedError error) =>
        new(error.Assignee, error.Ownership, error.DueOn, error.UsersWhenTaken);

    public TrackedError On(TrackedError error) =>
        error with
        {
            Assignee = Assignee,
            Ownership = Ownership,
            DueOn = DueOn,
            UsersWhenTaken = UsersWhenTaken,
        };
}
