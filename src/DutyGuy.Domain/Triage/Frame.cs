namespace DutyGuy.Domain;

/// <summary>One frame of a stack trace; <c>Line</c> is 0 when unknown.</summary>
public sealed record Frame(string Path, int Line, string Function, bool InApp, string? Module = null);
