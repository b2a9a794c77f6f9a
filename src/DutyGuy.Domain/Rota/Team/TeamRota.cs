using System.Globalization;
using System.Text;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// The rotas of all duties together, at one instant: somebody has turns in several duties, and the gap counts over all of them.
/// </summary>
public sealed record TeamRota(IReadOnlyList<RotaFacts> Duties, IReadOnlyDictionary<string, Person> People, Instant Now)
{
    /// <summary>A change is planned at once, by the pass that it wakes.</summary>
    static readonly Duration JustNow = Duration.FromMinutes(1);

    static readonly IReadOnlySet<LocalDate> NoDates = new HashSet<LocalDate>();
    static readonly IReadOnlySet<IsoDayOfWeek> NoDays = new HashSet<IsoDayOfWeek>();

    /// <summary>How far ahead turns are planned and kept: a year, as calendars show it.</summary>
    public static readonly Period Ahead = Period.FromWeeks(53);

    /// <summary>The rotas of all duties, from what is known of each.</summary>
    public static TeamRota Of(IReadOnlyList<DutyFacts> duties) =>
        new(
            [.. duties.Select(d => d.Rota).OrderBy(r => r.Duty, StringComparer.Ordinal)],
            duties[0].People,
            duties[0].Now
        )
        {
            ChangedBy = duties
                .SelectMany(d => d.Record)
                .Where(f => f.Kind == FactKind.RotaChanged && f.At >= duties[0].Now - JustNow)
                .MaxBy(f => f.Id)
                ?.Source,
        };

    /// <summary>Who just changed what the rota is made from, if somebody did.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>The first day that can still be planned: none of its turns has begun.</summary>
    public LocalDate From => Duties.Max(duty => duty.Hours.DateOf(Now)).PlusDays(1);

    /// <summary>The last day that is planned.</summary>
    public LocalDate To => From + Ahead;

    /// <summary>Dates of a duty up to this one are announced; none before it begins, and while people join a beginning.</summary>
    public LocalDate AnnouncedIn(RotaFacts duty)
    {
        var today = duty.Hours.DateOf(Now);
        return duty.FirstDay >= From ? From.PlusDays(-1)
            : IsDealtAnew(duty) ? today
            : duty.Hours.AddWorkingDays(today, RotaLaps.Announced(duty, People, today));
    }

    /// <summary>Whether somebody joined a duty that has hardly begun, and has no date yet: then all share from the second day on.</summary>
    public bool IsDealtAnew(RotaFacts duty)
    {
        var since = duty.Hours.PreviousWorkingDay(duty.Hours.DateOf(Now));
        return RotaLaps.IsBeginning(duty, duty.Hours.DateOf(Now))
            && duty.Members.Any(m =>
                m.JoinedOn >= since && m.TakesPart(From) && duty.Planned.All(t => t.Person != m.Handle)
            );
    }

    /// <summary>Whether a duty was planned before: else nobody saw a date that could move.</summary>
    bool IsPlanned(string duty) => Duties.First(d => d.Duty == duty).Planned.Count > 0;

    /// <summary>Whether a date of a duty is announced.</summary>
    public bool IsAnnounced(string duty, LocalDate date) =>
        Duties.FirstOrDefault(d => d.Duty == duty) is { } facts && date <= AnnouncedIn(facts);

    /// <summary>
    /// The plan before: the turns of each duty as everybody saw them, also of those who cannot any more. What was never
    /// planned yet follows whoever waits longest.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PlannedTurn>> Shown =>
        Duties.ToDictionary(d => d.Duty, ShownOf, StringComparer.Ordinal);

    IReadOnlyList<PlannedTurn> ShownOf(RotaFacts duty)
    {
        var kept = duty.Planned.Where(t => From <= t.Date && t.Date <= To).ToDictionary(t => t.Date);
        foreach (var decided in duty.Overrides.Where(o => kept.ContainsKey(o.Date)))
            kept[decided.Date] = new(decided.Date, decided.Person, Why: decided.Why);
        var others = Turns.Between(duty, From, To).Where(t => !kept.ContainsKey(t.Date));
        return [.. kept.Values.Concat(others).OrderBy(t => t.Date)];
    }

    /// <summary>What the planner gets.</summary>
    /// <param name="shown">The plan before.</param>
    public PlanProblem Problem(IReadOnlyDictionary<string, IReadOnlyList<PlannedTurn>> shown)
    {
        IReadOnlyList<PlanPerson> people = [.. Handles.Select(PersonOf)];
        var histories = new TurnHistories(this, people.ToDictionary(one => one.Id, StringComparer.Ordinal));
        return new(
            "team",
            From,
            To,
            MinGap: 1,
            [.. Duties.Select(InLaps)],
            [
                .. people.Select(one =>
                    one with
                    {
                        History = one.Duties!.ToDictionary(
                            d => d,
                            d => histories.Of(one.Id, d),
                            StringComparer.Ordinal
                        ),
                    }
                ),
            ]
        )
        {
            Afresh = Duties.Any(IsDealtAnew),
            Fixed =
            [
                .. Duties.SelectMany(d =>
                    d.Overrides.Where(o => o.Date >= From)
                        .GroupBy(o => o.Date)
                        .Select(o => new AgreedTurn(d.Duty, o.Key, o.Last().Person))
                ),
            ],
            Previous =
            [
                .. shown
                    .Where(d => IsPlanned(d.Key))
                    .SelectMany(d =>
                        d.Value.Where(t => t.Person is not null).Select(t => new AgreedTurn(d.Key, t.Date, t.Person!))
                    ),
            ],
        };
    }

    /// <summary>All that a plan is made from but the plan before and the day; the same after a night in which nothing changed.</summary>
    public string Inputs
    {
        get
        {
            var all = new StringBuilder();
            foreach (var duty in Duties)
            {
                all.Append('\n').Append(duty.Duty).Append(' ').AppendJoin(',', duty.Hours.WorkingDays.Order());
                all.AppendJoin(' ', duty.Hours.ClosedOn.Order().Select(Day));
                foreach (var one in duty.Members)
                {
                    all.Append('\n')
                        .Append(one.Handle)
                        .Append(Day(one.JoinedOn))
                        .Append(one.LeftOn is { } last ? Day(last) : "");
                    all.AppendJoin(',', (one.WorkingDays ?? NoDays).Order()).Append(one.Holidays?.Place.Code);
                }
                all.Append('\n').Append(duty.PastTurns.Count(t => t.Date < duty.FirstDay));
                foreach (var decided in duty.Overrides)
                    all.Append('\n').Append(Day(decided.Date)).Append(decided.Person);
            }
            foreach (var handle in Handles)
                all.Append('\n')
                    .Append(handle)
                    .Append(People.GetValueOrDefault(handle)?.Share)
                    .AppendJoin(' ', Away(handle, LocalDate.MinIsoValue));
            return all.ToString();
        }
    }

    /// <summary>The team when a plan is kept.</summary>
    public TeamRota With(RotaUpdate update)
    {
        var turns = update.Turns.ToLookup(t => t.Duty, t => t.ToTurn(), StringComparer.Ordinal);
        return this with { Duties = [.. Duties.Select(d => d with { Planned = [.. turns[d.Duty]] })] };
    }

    /// <summary>A sentence with names instead of handles.</summary>
    public string Named(string sentence) => Named(sentence, People);

    /// <summary>A sentence with names instead of handles.</summary>
    public static string Named(string sentence, IReadOnlyDictionary<string, Person> people) =>
        string.Join(
            ' ',
            sentence
                .Split(' ')
                .Select(word =>
                    people.TryGetValue(word.TrimEnd(':', ',', '.'), out var one)
                        ? one.Name + word[one.Handle.Length..]
                        : word
                )
        );

    IEnumerable<string> Handles =>
        Duties
            .SelectMany(d => d.Members)
            .Select(m => m.Handle)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    /// <summary>A duty as the planner knows it.</summary>
    internal static PlanDuty DutyOf(RotaFacts duty) =>
        new(duty.Duty) { Days = duty.Hours.WorkingDays, Holidays = duty.Hours.ClosedOn };

    PlanDuty InLaps(RotaFacts duty) =>
        DutyOf(duty) with
        {
            LapBegins = RotaLaps.Begins(duty, People, From).Last(),
            AnnouncedUntil = AnnouncedIn(duty),
        };

    // The day of joining, and one to look on.
    static LocalDate AfterLookingOn(RotaFacts duty, LocalDate joined) =>
        duty.Hours.NextWorkingDay(duty.Hours.NextWorkingDay(joined));

    PlanPerson PersonOf(string handle)
    {
        var memberships = Duties.Where(d => d.Members.Any(m => m.Handle == handle)).ToList();
        var member = memberships[0].Members.First(m => m.Handle == handle);
        return new(handle)
        {
            Since = memberships.TrueForAll(d => TurnQueue.IsNewcomer(d, member))
                ? AfterLookingOn(memberships[0], member.JoinedOn)
                : member.JoinedOn,
            Until = member.LeftOn,
            Workdays = member.WorkingDays ?? memberships.SelectMany(d => d.Hours.WorkingDays).ToHashSet(),
            Share = People.GetValueOrDefault(handle)?.Share ?? 1,
            Absences = [.. Away(handle, LocalDate.MinIsoValue)],
            Holidays = member.Holidays?.Dates ?? NoDates,
            Duties = memberships.Select(d => d.Duty).ToHashSet(StringComparer.Ordinal),
        };
    }

    IEnumerable<DateInterval> Away(string handle, LocalDate from) =>
        Duties[0]
            .Absences.Where(a => a.Person == handle && a.To >= from)
            .OrderBy(a => a.From)
            .Select(a => new DateInterval(a.From, a.To));

    static string Day(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
