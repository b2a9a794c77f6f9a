namespace DutyGuy.Store;

/// <summary>Something a person got wrong, so that the server cannot start: what and where, and how to mend it.</summary>
public sealed class StartProblem(string what, string mend, Exception? because = null)
    : Exception($"{what}\n{mend}", because);
