namespace DutyGuy.Store;

/// <summary>
/// An event that was counted: a number made of its project and id, and the day on which it came. Nothing else of it, because
/// there is one for each of a month, also of a storm, and one number is the smallest row that both databases have.
/// </summary>
public sealed record SeenEvent(long Id, int Day);
