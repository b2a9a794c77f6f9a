using System.Runtime.InteropServices;

namespace DutyGuy.Domain;

/// <summary>A change of a file by a person, as far back as the file's names can be followed.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Touch(int Commit, int Person, float Days);

/// <summary>Walks the changes of one file, newest first, through renames; bulk changes and programs are left out.</summary>
internal static class FileTouches
{
    /// <summary>Who changes more files than this at once knows none of them for it.</summary>
    public const int Bulk = 80;

    private const int MostSteps = 4000;

    public static IEnumerable<Touch> Of(SourceIndex index, string path, OwnerQuestion question)
    {
        if (index.FindPath(path) is not { } number)
            yield break;
        var (change, unit, person) = (index.LastChanges[number], -1, -1);
        var before = question.Known;
        for (var step = 0; change >= 0 && step < MostSteps; step++)
        {
            var commit = index.ChangeCommits[change];
            if (commit >= before)
            {
                change = index.Earlier[change];
                continue;
            }
            var author = index.AuthorOf(commit);
            var same = index.Units[commit] == unit && author == person;
            (unit, person) = (index.Units[commit], author);
            if (!same && Counts(index, commit, author))
                yield return new Touch(commit, author, question.DaysSince(index.Landed[commit]));
            if (index.ChangeFroms[change] is >= 0 and var from)
                (change, before) = (index.LastChanges[from], commit);
            else
                change = index.Earlier[change];
        }
    }

    /// <summary>A commit of a person that is neither a merge nor a bulk change.</summary>
    public static bool Counts(SourceIndex index, int commit, int author)
    {
        var (first, next) = index.ChangesOf(commit);
        return (index.Marks[commit] & SourceIndex.Merge) == 0 && next - first <= Bulk && !index.People.IsBot(author);
    }
}
