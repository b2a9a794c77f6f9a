using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Web.Components;

/// <summary>Where pages get the facts of all duties, by name.</summary>
public sealed class PageFacts(Func<Instant, Task<IReadOnlyList<DutyFacts>>> load)
{
    public Task<IReadOnlyList<DutyFacts>> At(Instant now) => load(now);
}
