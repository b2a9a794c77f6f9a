using DutyGuy.Adapters.Git;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Adapters;

public sealed class GitHistoryTests : IDisposable
{
    private readonly RealRepository _source = new();
    private readonly TemporaryFolder _folder = new();
    private readonly GitMirror _mirror;

    public GitHistoryTests() => _mirror = new GitMirror(_folder.In("mirror.git"), _source.Path);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commits_are_told_newest_first_with_all_their_fields()
    {
        var first = _source.Commit("Lea", "Agenda");
        _source.Write("src/Slots \"é\"\n.cs", "1");
        _source.Write("notes.md", "1");
        var second = _source.Commit("Tom", "Slots: \u001e odd | title");
        await _mirror.FetchAsync(Cancel);

        var commits = await _mirror.CommitsAsync(from: null, "main", limit: 10, withFiles: true, cancel: Cancel);

        commits.Select(commit => commit.Sha).ShouldBe([second, first]);
        commits[0]
            .ShouldSatisfyAllConditions(
                commit => commit.Parents.ShouldBe([first]),
                commit => commit.AuthorName.ShouldBe("Tom"),
                commit => commit.AuthorMail.ShouldBe("tom@clinic.example"),
                commit => commit.AuthoredAt.ShouldBe(RealRepository.TimeOf(1)),
                commit => commit.CommittedAt.ShouldBe(RealRepository.TimeOf(1)),
                commit => commit.Title.ShouldBe("Slots: \u001e odd | title"),
                commit => commit.Files.ShouldBe(["notes.md", "src/Slots \"é\"\n.cs"])
            );
        commits[1].Parents.ShouldBeEmpty();
        commits[1].Files.ShouldNotBeNull().ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_commits_after_the_known_one_are_told_and_not_more_than_the_limit()
    {
        var shas = Enumerable.Range(0, 5).Select(i => _source.Commit("Lea", $"c{i}")).ToList();
        await _mirror.FetchAsync(Cancel);

        var commits = await _mirror.CommitsAsync(shas[1], shas[4], limit: 2, cancel: Cancel);

        commits.Select(commit => commit.Sha).ShouldBe([shas[4], shas[3]]);
        commits.ShouldAllBe(commit => commit.Files == null);
        (await _mirror.CommitsAsync(shas[4], shas[4], limit: 9, cancel: Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_line_of_main_leaves_out_what_a_merge_brought_in()
    {
        var first = _source.Commit("Lea", "first");
        _source.Git("switch", "--quiet", "-c", "side");
        _source.Write("side.txt", "1");
        var side = _source.Commit("Tom", "side");
        _source.Git("switch", "--quiet", "main");
        var merge = _source.Merge("Lea", "side");
        await _mirror.FetchAsync(Cancel);

        (await _mirror.FirstParentOrderAsync("main", 10, Cancel)).ShouldBe([merge, first]);
        var newest = (await _mirror.CommitsAsync(null, "main", 1, withFiles: true, cancel: Cancel)).Single();
        newest.Parents.ShouldBe([first, side]);
        newest.Files.ShouldBe(["side.txt"]);
    }

    [Fact]
    public async Task Changed_files_name_a_renamed_file_twice()
    {
        _source.Write("old.cs", "a long enough text\nto be a rename\n");
        var from = _source.Commit("Lea", "first");
        _source.Git("mv", "old.cs", "new.cs");
        var to = _source.Commit("Lea", "second");
        await _mirror.FetchAsync(Cancel);

        (await _mirror.ChangedFilesAsync(from, to, Cancel)).ShouldBe(["new.cs", "old.cs"]);
    }

    [Fact]
    public async Task Authors_of_a_repository_are_joined_by_its_mail_map()
    {
        _source.Write(".mailmap", "Lea Martin <lea@clinic.example> <leah@clinic.example>\n");
        _source.Commit("Leah", "c0");
        _source.Commit("Lea", "c1");
        _source.Commit("Tom", "c2");
        await _mirror.FetchAsync(Cancel);

        var authors = await _mirror.AuthorsAsync(cancel: Cancel);

        authors
            .Select(author => (author.Mail, author.Commits))
            .ShouldBe([("lea@clinic.example", 2), ("tom@clinic.example", 1)]);
        (authors[0].First, authors[0].Last).ShouldBe((RealRepository.TimeOf(0), RealRepository.TimeOf(1)));
    }

    [Fact]
    public async Task A_known_commit_that_was_rewritten_away_is_said_clearly()
    {
        _source.Commit("Lea", "first");
        await _mirror.FetchAsync(Cancel);
        var ask = _mirror.CommitsAsync(new string('a', 40), "main", 5, cancel: Cancel);

        (await Should.ThrowAsync<GitException>(ask)).Message.ShouldContain("Has the branch been deleted");
    }

    public void Dispose()
    {
        _mirror.Dispose();
        _folder.Dispose();
        _source.Dispose();
    }
}
