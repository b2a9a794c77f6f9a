namespace DutyGuy.Domain;

/// <summary>Why a frame is the one at fault.</summary>
public enum FaultRule
{
    /// <summary>No stack: the words alone.</summary>
    Words,

    /// <summary>The application said itself what belongs together.</summary>
    Told,

    /// <summary>No frame of own code: where the library broke, and the words.</summary>
    Library,

    /// <summary>The innermost frame of own code.</summary>
    Innermost,

    /// <summary>Whoever called a function that refused what it was handed.</summary>
    Caller,

    /// <summary>Whoever named the address that another system did not answer.</summary>
    Asker,

    /// <summary>The function that calls itself without end.</summary>
    Recursion,
}
