using DutyGuy.Domain;

namespace DutyGuy.Domain.Tests;

/// <summary>A playbook of which every id, number, checklist and environment name differs from the one that ships; some are swapped.</summary>
internal static class OtherProcess
{
    const string Duty = """
        # Duty: Platform {#engineering}

        - zone: Europe/Paris
        - hours: 07:00 to 15:30, working days
        - turn: one engineer a day

        ## A broken trunk is mended {#trunk}

        Everybody builds on it.

        - while: ci main is failing
        - do: checklist mend
        - first: nothing else counts until this is done

        ## Before customers see it {#performance}

        Errors of the rehearsal.

        - for each: open error in preprod
        - if: age < 3 days
          - do: find owner, poke, assign
        - else:
          - do: investigate, file ticket

        ## Customers see it {#staging}

        Errors of the real thing.

        - for each: open error in live
        - if: unassigned
          - do: find owner, poke, assign

        ## Nothing got slower {#rollout}

        One look a day.

        - once: a day
        - do: checklist speed

        ## Ship at half past one {#afternoon}

        Calm hours.

        - once: a day
        - if: time >= 13:30 and day is working day
        - do: checklist performance

        ## The end {#end}

        Always written.

        - always: also when it ends early
        - do: write log entry
        """;

    const string Mend = """
        # Mend the trunk {#mend}

        - style: do-confirm

        - [ ] What broke it {#broke} `run: bisect main`
        - [ ] It passes again {#passes} `check: ci main is passing`
        """;

    const string Speed = """
        # Speed of the platform {#speed}

        - style: read-do

        - [ ] Before and after {#both} `run: compare endpoints across last rollout`
        - [ ] Say what each is {#say} `ask: real, noise or unsure for each endpoint`
        - [ ] Somebody mends the real ones {#mended} `check: every real regression is assigned`
        """;

    const string Ship = """
        # Ship it {#performance}

        - style: read-do

        - [ ] The commit passed {#passed} `check: ci is passing at the commit we ship`
        - [ ] The rehearsal is clean {#clean} `check: count of (open error in preprod where age < 3 days and unassigned) = 0`
        - [ ] Say it in the channel {#channel} `run: post rollout notice`
        - [ ] Anything special {#anything} `ask: yes or no`
        - [ ] Ship {#ship} `run: deploy production` `confirm`
        - [ ] Quiet for 20 minutes {#quiet} `check: rollout health` `wait: 20 minutes`
        - [ ] A word for the book {#word} `ask: text to log`
        """;

    /// <summary>The texts by file name.</summary>
    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["duty.md"] = Duty,
        ["checklists/mend.md"] = Mend,
        ["checklists/speed.md"] = Speed,
        ["checklists/performance.md"] = Ship,
    };

    /// <summary>As it is read.</summary>
    public static Playbook Playbook { get; } = Shipped(Files);

    static Playbook Shipped(IReadOnlyDictionary<string, string> files) =>
        PlaybookParser.Parse(files) is { Problems.Count: 0, Playbook: { } playbook }
            ? playbook
            : throw new InvalidOperationException("The other process cannot be read.");
}
