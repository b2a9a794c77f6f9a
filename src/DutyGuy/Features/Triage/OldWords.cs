using DutyGuy.Domain;
using DutyGuy.Web;

namespace DutyGuy.Features.Triage;

/// <summary>From when on the playbook lets an error be written up, in words.</summary>
static class OldWords
{
    /// <summary>"3 days and older"; several or no ages are not named.</summary>
    public static string Of(DutyFacts facts) =>
        ErrorAsks.Ages(facts.Playbook) is [var age] ? $"{PlaybookSentences.Of(age)} and older" : "to write up";

    /// <summary>"From 3 days on an error"</summary>
    public static string Which(DutyFacts facts) =>
        ErrorAsks.Ages(facts.Playbook) is [var age] ? $"From {PlaybookSentences.Of(age)} on an error" : "Such an error";
}
