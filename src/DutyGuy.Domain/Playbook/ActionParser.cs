namespace DutyGuy.Domain;

/// <summary>Reads actions; tells a problem for one that is unknown or stands in the wrong place.</summary>
internal static class ActionParser
{
    private static readonly ActionKind[] All = Enum.GetValues<ActionKind>();

    public static List<PlaybookAction> List(Phrase phrase, IReadOnlyList<ActionKind> allowed, Problems problems) =>
        [.. phrase.List().Select(item => One(item, allowed, problems)).OfType<PlaybookAction>()];

    public static PlaybookAction? One(Phrase phrase, IReadOnlyList<ActionKind> allowed, Problems problems)
    {
        if (Find(phrase.Text) is not { } action)
            problems.Unknown(phrase, "an action of the playbook", allowed.Select(kind => ActionWords.Of(kind).Trim()));
        else if (!allowed.Contains(action.Kind))
            problems.Add(phrase, $"“{phrase.Text}” {Place(action.Kind)}");
        else
            return action;
        return null;
    }

    private static PlaybookAction? Find(string text)
    {
        const string Follow = "checklist ";
        if (text.StartsWith(Follow, StringComparison.Ordinal))
            return new(ActionKind.Checklist, text[Follow.Length..].Trim());
        foreach (var kind in All)
        {
            if (kind != ActionKind.Checklist && string.Equals(ActionWords.Of(kind), text, StringComparison.Ordinal))
                return new(kind);
        }
        return null;
    }

    private static string Place(ActionKind kind) =>
        kind switch
        {
            ActionKind.WriteLogEntry => "stands under “always:” only",
            ActionKind.Checklist => "stands in a rule under “do:” only",
            _ when ActionWords.OnErrors.Contains(kind) => "needs an error: it stands under “for each:” only",
            _ when ActionWords.OfSteps.Contains(kind) => "stands in a step under “run:” only",
            _ => "stands in a step under “then:” only",
        };
}
