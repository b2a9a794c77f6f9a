using System.Text.RegularExpressions;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Tests.House;

/// <summary>Statements that the context does not see say so to the marks (docs/decisions/answers-kept-by-mark.md).</summary>
public partial class MarkTests
{
    /// <summary>Columns that no load of facts reads.</summary>
    static readonly string[] NotLoaded = ["LastFetchedAt", "LastFailure", "NextAttemptAt"];

    static readonly Dictionary<string, Type> Tables = typeof(DutyDb)
        .GetProperties()
        .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
        .Select(p => (p.Name, Row: p.PropertyType.GenericTypeArguments[0]))
        .Where(t => KeptAnswers.Tables.Contains(t.Row))
        .ToDictionary(t => t.Name, t => t.Row, StringComparer.Ordinal);

    [Fact]
    public void Every_table_with_a_mark_is_one() => Tables.Values.ShouldBe(KeptAnswers.Tables, ignoreOrder: true);

    [Fact]
    public void Who_changes_rows_unseen_renews_the_mark_of_their_table()
    {
        var unseen = Repository.Files("src/DutyGuy").SelectMany(Statements).ToList();
        unseen.ShouldContain(s => s.Table == "Suggestions" && s.Renewed);
        unseen.Where(s => !s.Renewed).ShouldBeEmpty();
    }

    static IEnumerable<(string File, string Table, bool Renewed)> Statements(SourceFile file)
    {
        if (!file.FullPath.EndsWith(".cs", StringComparison.Ordinal))
            return [];
        var text = file.Text();
        return Unseen()
            .Matches(text)
            .Where(m => Tables.ContainsKey(m.Groups["table"].Value) && !NotLoaded.Any(m.Value.Contains))
            .Select(m =>
            {
                var table = m.Groups["table"].Value;
                return ($"{file}", table, text.Contains($"Changes<{Tables[table].Name}>()", StringComparison.Ordinal));
            });
    }

    /// <summary>From the table to the end of the statement.</summary>
    [GeneratedRegex(
        @"db\s*\.(?<table>\w+)\b[^;]*?\bExecute(Delete|Update)Async\([^;]*;",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Unseen();
}
