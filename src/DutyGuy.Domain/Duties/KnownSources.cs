namespace DutyGuy.Domain;

/// <summary>What a duty can look after.</summary>
public enum KnownKind
{
    /// <summary>A repository: its main.</summary>
    Repository,

    /// <summary>A project: its errors and response times.</summary>
    Project,
}

/// <summary>Everything there is to look after: what is connected, and what is known from signals only.</summary>
public sealed record KnownSources(IReadOnlyList<string> Repositories, IReadOnlyList<string> Projects)
{
    /// <summary>Those of a kind.</summary>
    public IReadOnlyList<string> Of(KnownKind kind) => kind == KnownKind.Repository ? Repositories : Projects;
}
