using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Performance;

public class SuspectsTests
{
    private static SourceCommit Commit(string sha, params string[] files) =>
        new(sha, [], "Lea", "lea@clinic.example", default, default, sha, files);

    private static string[] Of(string endpoint, params SourceCommit[] commits) =>
        [.. Suspects.Of(endpoint, commits).Select(s => s.Commit.Sha)];

    [Theory]
    [InlineData("GET /doctors/{id:int}/agenda")]
    [InlineData("AgendaController.Index")]
    [InlineData("agendas#show")]
    [InlineData("app.views.agenda_of_today")]
    [InlineData("/api/v1/clinics/:clinic/agendas")]
    public void The_commit_whose_file_is_named_like_the_route_or_its_handler(string endpoint) =>
        Of(endpoint, Commit("other", "src/Reminders.cs"), Commit("it", "src/AgendaWriter.cs")).ShouldBe(["it"]);

    [Fact]
    public void It_is_said_why()
    {
        var suspect = Suspects
            .Of("GET /doctors/{id}/agenda", [Commit("it", "src/Doctors/Agenda.cs", "README.md")])
            .ShouldHaveSingleItem();
        suspect.Why.ShouldBe("changes src/Doctors/Agenda.cs, named like “doctors” and “agenda”");
    }

    [Fact]
    public void Nobody_is_suspected_when_no_name_fits_and_neither_are_tests_and_texts()
    {
        Of(
                "GET /search",
                Commit("a", "src/Documents.cs"),
                Commit("b", "Tests/SearchTests.cs"),
                Commit("c", "search.md")
            )
            .ShouldBeEmpty();
        Of("GET /", Commit("a", "src/index.cs")).ShouldBeEmpty();
        Of("GET /search/{documents}", Commit("a", "src/Documents.cs")).ShouldBeEmpty();
    }

    [Fact]
    public void Who_fits_more_words_comes_first_then_the_rarer_word_then_the_newest_and_three_are_enough() =>
        Of(
                "GET /doctors/{id}/agenda",
                Commit("new", "Doctors/List.cs"),
                Commit("other 1", "Search.cs"),
                Commit("other 2", "Search.cs"),
                Commit("old", "Doctors/Page.cs"),
                Commit("rare", "Agenda.cs"),
                Commit("both", "Doctors/AgendaPage.cs"),
                Commit("other 3", "Search.cs")
            )
            .ShouldBe(["both", "rare", "new"]);

    [Fact]
    public void A_word_that_most_commits_have_tells_nothing() =>
        Of(
                "GET /clinic/search",
                Commit("1", "clinic/Reminders.cs"),
                Commit("2", "clinic/Agenda.cs"),
                Commit("3", "clinic/Search.cs"),
                Commit("4", "clinic/Booking.cs")
            )
            .ShouldBe(["3"]);
}
