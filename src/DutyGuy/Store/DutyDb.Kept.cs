using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DutyGuy.Store;

/// <summary>Answers that are asked for anew only when a table they come from has changed.</summary>
public abstract partial class DutyDb
{
    readonly HashSet<Type> changed = [];
    Guid changedIn;
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

    /// <summary>Rows of the table change now, by a statement that the context does not see; in a transaction.</summary>
    internal Task Changes<T>() => Renew([typeof(T)], Database.CurrentTransaction!);

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        var tables = ChangeTracker
            .Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => e.Metadata.ClrType)
            .Where(KeptAnswers.Tables.Contains)
            .ToHashSet();
        if (tables.Count == 0)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (Database.CurrentTransaction is { } theirs)
        {
            await Renew(tables, theirs);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        await using var mine = await Database.BeginTransactionAsync(cancellationToken);
        await Renew(tables, mine);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await mine.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>Once in a transaction is enough.</summary>
    async Task Renew(IEnumerable<Type> tables, IDbContextTransaction transaction)
    {
        if (changedIn != transaction.TransactionId)
            changed.Clear();
        changedIn = transaction.TransactionId;
        var fresh = tables.Where(changed.Add).Select(NameOf).ToList();
        if (fresh.Count == 0)
            return;
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
