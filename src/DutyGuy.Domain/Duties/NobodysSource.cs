namespace DutyGuy.Domain;

/// <summary>A repository, a project, or both of one name, that no duty looks after.</summary>
/// <param name="Name">The name.</param>
/// <param name="Repository">Whether the repository of this name is nobody's.</param>
/// <param name="Project">Whether the project of this name is nobody's.</param>
/// <param name="Main">How its main stands.</param>
/// <param name="Errors">Its open errors.</param>
public sealed record NobodysSource(string Name, bool Repository, bool Project, MainState Main, int Errors)
{
    /// <summary>Red, which holds nobody.</summary>
    public bool IsRed => Main.Colour == MainColour.Failing;

    /// <summary>What must be said wherever one looks first: "Main of shop is red, nobody looks after it".</summary>
    public string Red => $"Main of {Name} is red, nobody looks after it";
}
