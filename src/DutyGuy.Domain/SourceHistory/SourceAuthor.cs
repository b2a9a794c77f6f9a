using NodaTime;

namespace DutyGuy.Domain;

/// <summary>An author of a whole repository, for importing people: one per mail address.</summary>
public sealed record SourceAuthor(string Name, string Mail, int Commits, Instant First, Instant Last);
