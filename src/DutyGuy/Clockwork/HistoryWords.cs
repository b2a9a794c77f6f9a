using DutyGuy.Web;

namespace DutyGuy.Clockwork;

/// <summary>How far the history of a repository is known, in words.</summary>
static class HistoryWords
{
    public static string Of(HistoryState state) =>
        state switch
        {
            { Of: { } all } => $"Its history is being read: {Say.Number(state.Commits)} of {Say.Number(all)} commits.",
            { Failure: { } why } => $"Its history cannot be read: {why}",
            _ => $"{Say.Count(state.Commits, "commit")} of its history {(state.Commits == 1 ? "is" : "are")} known.",
        };
}
