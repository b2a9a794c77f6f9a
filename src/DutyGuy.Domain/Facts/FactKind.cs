namespace DutyGuy.Domain;

/// <summary>The closed list of facts.</summary>
public enum FactKind
{
    /// <summary>A result of continuous integration arrived.</summary>
    CiResult,

    /// <summary>Main turned red.</summary>
    MainRed,

    /// <summary>Main turned green again.</summary>
    MainGreen,

    /// <summary>Main cannot be seen.</summary>
    MainUnseen,

    /// <summary>An error was seen for the first time.</summary>
    ErrorSeen,

    /// <summary>A resolved error came back: a new life.</summary>
    ErrorRegressed,

    /// <summary>An error was resolved.</summary>
    ErrorResolved,

    /// <summary>An error was marked as none.</summary>
    ErrorIgnored,

    /// <summary>What a project had open when it was connected was folded into one line.</summary>
    BaselineDeclared,

    /// <summary>Two errors became one.</summary>
    ErrorsMerged,

    /// <summary>Some events of an error became another one.</summary>
    ErrorSplit,

    /// <summary>What somebody did was taken back.</summary>
    TakenBack,

    /// <summary>An error has an owner, or another one.</summary>
    Assigned,

    /// <summary>Somebody was asked.</summary>
    Poked,

    /// <summary>Who was asked answered, or kept silent too long.</summary>
    PokeAnswered,

    /// <summary>Conclusions were filed.</summary>
    TicketFiled,

    /// <summary>A turn began.</summary>
    TurnBegan,

    /// <summary>Start my duty was pressed.</summary>
    DutyStarted,

    /// <summary>Somebody took over.</summary>
    TookOver,

    /// <summary>The duty was ended early.</summary>
    EndedEarly,

    /// <summary>A holding of the duty ended.</summary>
    TurnEnded,

    /// <summary>A swap was offered, accepted, declined or withdrawn.</summary>
    Swap,

    /// <summary>A checklist was opened.</summary>
    ChecklistOpened,

    /// <summary>A step was done, skipped, answered or ran.</summary>
    StepDone,

    /// <summary>A checklist was closed.</summary>
    ChecklistClosed,

    /// <summary>A rollout began.</summary>
    RolloutStarted,

    /// <summary>Another system was asked to deploy, or told how far it is.</summary>
    RolloutAsked,

    /// <summary>Production serves the new release.</summary>
    RolloutSwitched,

    /// <summary>A rollout ended well.</summary>
    RolloutDone,

    /// <summary>A rollout failed before the switch.</summary>
    RolloutFailed,

    /// <summary>Nobody knows how a rollout ended.</summary>
    RolloutUnknown,

    /// <summary>The watch of a rollout found something, or ended with it.</summary>
    RolloutAlarm,

    /// <summary>A rollout was rolled back.</summary>
    RolledBack,

    /// <summary>No rollout today, with a reason.</summary>
    RolloutDeclined,

    /// <summary>A gate was overridden, with a reason.</summary>
    GateOverridden,

    /// <summary>A hold was set.</summary>
    HoldSet,

    /// <summary>A hold was lifted or expired.</summary>
    HoldLifted,

    /// <summary>Somebody judged a slower endpoint.</summary>
    Judged,

    /// <summary>The daily performance check was done.</summary>
    PerformanceChecked,

    /// <summary>A figure arrived.</summary>
    Number,

    /// <summary>A change made elsewhere: a flag, a setting, a vendor.</summary>
    Change,

    /// <summary>A log entry was drafted.</summary>
    EntryDrafted,

    /// <summary>A log entry was signed, or closed unsigned.</summary>
    EntryClosed,

    /// <summary>A log entry was read.</summary>
    EntryRead,

    /// <summary>A version of the playbook was published.</summary>
    PlaybookPublished,

    /// <summary>The rota or an absence changed.</summary>
    RotaChanged,

    /// <summary>A repository, project or connection can be read, or no longer.</summary>
    Source,
}
