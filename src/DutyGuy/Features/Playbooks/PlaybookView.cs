using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Features.Playbooks;

/// <summary>A playbook as sentences, with the why of every rule and step, and its texts.</summary>
public sealed record PlaybookView(
    string Duty,
    int Version,
    string Hash,
    string Name,
    string Why,
    IReadOnlyList<RuleView> Rules,
    IReadOnlyList<ChecklistView> Checklists,
    IReadOnlyDictionary<string, string> Files
)
{
    public static PlaybookView Of(PlaybookVersion version, Playbook playbook) =>
        new(
            version.Duty,
            version.Number,
            version.Hash,
            playbook.Name,
            playbook.Why,
            [.. playbook.Rules.Select(r => new RuleView(r.Id, r.Title, PlaybookSentences.Of(r), r.Why))],
            [.. playbook.Checklists.Values.Select(ChecklistView.Of)],
            version.Files
        );
}

/// <summary>One rule: its sentence and its reason.</summary>
public sealed record RuleView(string Id, string Title, string Sentence, string Why);

/// <summary>One checklist with its steps.</summary>
public sealed record ChecklistView(string Id, string Name, string Why, IReadOnlyList<StepText> Steps)
{
    public static ChecklistView Of(Checklist checklist) =>
        new(
            checklist.Id,
            checklist.Name,
            checklist.Why,
            [.. checklist.Steps.Select(s => new StepText(s.Id, s.Text, PlaybookSentences.Of(s), s.Why))]
        );
}

/// <summary>One step: its words, what it does, its reason.</summary>
public sealed record StepText(string Id, string Text, string Sentence, string Why);

/// <summary>One line of the history; the difference to the version before, in plain sentences.</summary>
public sealed record VersionView(
    int Number,
    string Hash,
    string Author,
    string Reason,
    Instant At,
    Instant InForceFrom,
    int? RollsBackTo,
    IReadOnlyList<PlaybookChange> Changes
);
