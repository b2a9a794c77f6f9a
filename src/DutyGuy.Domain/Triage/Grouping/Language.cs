namespace DutyGuy.Domain;

/// <summary>The language of a program, as far as stacks differ by it.</summary>
internal enum Language
{
    Other,
    DotNet,
    Script,
    Python,
    Ruby,
    Go,
    Java,
}
