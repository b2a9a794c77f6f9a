namespace DutyGuy.Commands.Client;

/// <summary>Ends a verb: the sentence goes to standard error, the exit code is 1 (refused) or 2 (wrong usage).</summary>
sealed class CommandRefused(string sentence, int exitCode = CommandRefused.No) : Exception(sentence)
{
    public const int No = 1;
    public const int WrongUsage = 2;

    public int ExitCode => exitCode;
}
