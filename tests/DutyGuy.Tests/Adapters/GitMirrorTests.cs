using DutyGuy.Adapters.Git;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Adapters;

public sealed class GitMirrorTests : IDisposable
{
    private readonly RealRepository _source = new();
    private readonly TemporaryFolder _folder = new();
    private readonly GitMirror _mirror;

    public GitMirrorTests() => _mirror = new GitMirror(_folder.In("mirror.git"), _source.Path);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fetch_follows_what_came_and_what_was_deleted()
    {
        var first = _source.Commit("Lea", "first");
        _source.Git("branch", "gone");
        await _mirror.FetchAsync(Cancel);
        (await _mirror.HeadOfAsync("gone", Cancel)).ShouldBe(first);

        var second = _source.Commit("Tom", "second");
        _source.Git("branch", "-D", "gone");
        _source.Git("tag", "v1.0");
        await _mirror.FetchAsync(Cancel);

        (await _mirror.HeadOfAsync("main", Cancel)).ShouldBe(second);
        (await _mirror.HeadOfAsync("gone", Cancel)).ShouldBeNull();
        (await _mirror.ResolveAsync("v1.0", Cancel)).ShouldBe(second);
        (await _mirror.ResolveAsync(second[..9], Cancel)).ShouldBe(second);
        (await _mirror.ResolveAsync("v1.0~1", Cancel)).ShouldBe(first);
        (await _mirror.ResolveAsync("v2.0", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_rewritten_main_is_followed()
    {
        _source.Commit("Lea", "first");
        await _mirror.FetchAsync(Cancel);
        _source.Git("commit", "--quiet", "--amend", "--allow-empty", "-m", "other");
        await _mirror.FetchAsync(Cancel);

        (await _mirror.HeadOfAsync("main", Cancel)).ShouldBe(_source.Git("rev-parse", "HEAD"));
    }

    [Fact]
    public async Task An_ancestor_is_told_from_a_descendant()
    {
        var first = _source.Commit("Lea", "first");
        var second = _source.Commit("Lea", "second");
        await _mirror.FetchAsync(Cancel);

        (await _mirror.IsAncestorAsync(first, second, Cancel)).ShouldBeTrue();
        (await _mirror.IsAncestorAsync(second, first, Cancel)).ShouldBeFalse();
        await Should.ThrowAsync<GitException>(_mirror.IsAncestorAsync("nowhere", second, Cancel));
    }

    [Theory]
    [InlineData("--output=/tmp/x")]
    [InlineData("-x")]
    [InlineData("main..other")]
    [InlineData("main other")]
    [InlineData(":/text")]
    [InlineData("")]
    public async Task A_revision_that_git_could_take_for_something_else_is_refused(string rev) =>
        (await Should.ThrowAsync<GitException>(_mirror.ResolveAsync(rev, Cancel))).Message.ShouldContain(
            "is not the name of a branch"
        );

    [Fact]
    public async Task Hooks_and_the_environment_of_a_hook_do_not_reach_the_mirror()
    {
        _source.Commit("Lea", "first");
        await _mirror.FetchAsync(Cancel);
        var hook = _folder.In("mirror.git", "hooks", "reference-transaction");
        await File.WriteAllTextAsync(hook, $"#!/bin/sh\ntouch {_folder.In("ran")}\n", Cancel);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var second = _source.Commit("Lea", "second");
        await _mirror.FetchAsync(Cancel);

        (await _mirror.HeadOfAsync("main", Cancel)).ShouldBe(second);
        File.Exists(_folder.In("ran")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_named_with_what_to_do()
    {
        using var mirror = new GitMirror(_folder.In("other.git"), _folder.In("nothing"));

        var error = await Should.ThrowAsync<GitException>(mirror.FetchAsync(Cancel));

        error.Message.ShouldStartWith(_folder.In("nothing"));
        error.Message.ShouldEndWith("Is the address right, and is there a repository?");
    }

    [Fact]
    public async Task A_mirror_that_was_never_fetched_says_so() =>
        (await Should.ThrowAsync<GitException>(_mirror.HeadOfAsync("main", Cancel))).Message.ShouldContain(
            "fetch it first"
        );

    [Fact]
    public void A_refused_address_makes_no_mirror() =>
        Should.Throw<GitException>(() => new GitMirror(_folder.In("x"), "ext::sh -c true"));

    public void Dispose()
    {
        _mirror.Dispose();
        _folder.Dispose();
        _source.Dispose();
    }
}
