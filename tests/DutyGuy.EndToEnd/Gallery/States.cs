namespace DutyGuy.EndToEnd.Gallery;

/// <summary>The states in which pages are looked at, by name.</summary>
static class States
{
    public static Task<Exhibit> Of(string name) =>
        name switch
        {
            "empty" => Exhibit.Empty(),
            "red" => Exhibit.Red(),
            "busy" => Exhibit.Busy(),
            "quiet" => Exhibit.Quiet(),
            "four" => Exhibit.Quiet(ClinicDay.At(16, 2, 31)),
            "watch" => Exhibit.Watch(),
            "ready" => Exhibit.Ready(),
            "slow" => Exhibit.Slow(),
            _ => throw new ArgumentException(name, nameof(name)),
        };
}
