using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Store;

/// <summary>Answers that are asked for anew only when a table they come from has changed.</summary>
public abstract partial class DutyDb
{
    readonly HashSet<Type> changed = [];
    KeptAnswers? answers;
    Dictionary<string, string>? marks;

    /// <summary>Begins a look or a change with what was kept; contexts come from a pool and go back to it as they are.</summary>
    internal DutyDb With(KeptAnswers kept)
    {
        (answers, marks) = (kept, null);
        changed.Clear();
        return this;
    }

    /// <summary>The answer as it was kept or, when one of the tables has changed since, as it is now.</summary>
    /// <param name="query">Names the query: only its last answer is kept.</param>
    /// <param name="asked">What it asks for, when that wanders: a day, a list of projects.</param>
    internal async Task<T> Keep<T>(Type[] tables, string query, object? asked, Func<ValueTask<T>> ask)
    {
        if (answers is null || changed.Overlaps(tables))
            return await ask();
        marks ??= await LoadQueries.Of(this).Marks(this).ToDictionaryAsync(m => m.Table, m => m.Mark);
        var mine = Array.ConvertAll(tables, t => marks.GetValueOrDefault(NameOf(t)));
        if (answers.TryGet<T>(query, asked, mine, out var kept))
            return kept;
        var answer = await ask();
        answers.Set(query, asked, mine, answer);
        return answer;
    }

    /// <summary>Rows of the table change now, by a statement that the context does not see.</summary>
    internal Task Changes<T>() => Renew([typeof(T)]);

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        await Renew(
            ChangeTracker
                .Entries()
                .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
                .Select(e => e.Metadata.ClrType)
        );
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    async Task Renew(IEnumerable<Type> tables)
    {
        var fresh = tables.Where(KeptAnswers.Tables.Contains).Where(changed.Add).Select(NameOf).ToList();
        if (fresh.Count == 0)
            return;
        if (Database.CurrentTransaction is null)
            throw new InvalidOperationException($"{fresh[0]} must change in a transaction, together with its mark.");
        var mark = Guid.NewGuid().ToString("N");
        await this.InsertMany<string>(
            "TableMarks",
            ["Table", "Mark"],
            [.. fresh.Select(table => new object?[] { table, mark })],
            "Table",
            """("Table") DO UPDATE SET "Mark" = excluded."Mark" """
        );
    }

    string NameOf(Type table) => Model.FindEntityType(table)!.GetTableName()!;
}
