namespace DutyGuy.Domain;

/// <summary>Tells rules in plain sentences.</summary>
public static class PlaybookSentences
{
    /// <summary>One sentence for a rule, such as <c>For each open error in production: if it has no owner, find owner, poke, assign.</c></summary>
    public static string Of(Rule rule) => throw new NotSupportedException("being built");

    /// <summary>One phrase for a condition, such as <c>it is younger than 2 days</c>.</summary>
    public static string Of(Condition condition) => throw new NotSupportedException("being built");
}
