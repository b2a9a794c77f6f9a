using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.EndToEnd.Gallery;

static partial class ClinicDay
{
    static readonly string[] Words =
    [
        string.Concat(Enumerable.Repeat("NoFreeSlot", 30)),
        "TerminbuchungsÜberschneidungsException: Der Sprechstundenbedarfsverordnungsrhythmus überschneidet sich mit dem Bereitschaftsdienstplan der Gemeinschaftspraxis!",
        "ArgumentException: impossible d’annuler le rendez-vous déjà confirmé ; réessayez après l’intervention d’un·e administrateur·rice. Êtes-vous sûr·e ?",
        "InvalidOperationException: Невозможно перенести запись: высокопревосходительствующий пользователь уже рассмотрел человеконенавистничество расписания.",
        "KeyNotFoundException: 予約枠が見つかりませんでした。別の診療所の時間帯と重複しているため、予約を移動できません。しばらくしてからもう一度お試しください。",
        "TimeoutException: تعذر حجز الموعد لأن العيادة في منطقة زمنية مختلفة، يرجى المحاولة مرة أخرى لاحقًا؟",
    ];

    /// <summary>Titles, places, commits and facts that are longer than any line.</summary>
    public static async Task LongWords(DutyDb db)
    {
        var endless = Words[0];
        foreach (var (id, i) in (await db.Errors.Select(e => e.Id).ToListAsync()).Select((id, i) => (id, i)))
        {
            var (title, place) = (Words[i % Words.Length], $"src/{endless[..180]}.cs:142");
            await db
                .Errors.Where(e => e.Id == id)
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.Title, title).SetProperty(x => x.Culprit, place));
            Said(db, At(10, 2), FactKind.ErrorResolved, "mel", $"“{title}” was resolved by Mel.");
        }
        foreach (var commit in await db.MainCommits.ToListAsync())
            db.Update(commit with { Title = endless });
    }
}
