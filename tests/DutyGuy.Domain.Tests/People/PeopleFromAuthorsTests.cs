using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.People;

public class PeopleFromAuthorsTests
{
    static readonly LocalDate Today = new(2026, 11, 23);

    [Fact]
    public void Two_with_the_same_first_name_get_different_handles() =>
        Handles([], Author("Anna Berg"), Author("Anna Stein"), Author("Anna Sol"))
            .ShouldBe(["anna", "annas", "anna-stein"]);

    [Fact]
    public void A_handle_of_the_team_is_not_given_again() =>
        Handles([Known("anna", "old@clinic.example")], Author("Anna Berg")).ShouldBe(["annab"]);

    [Fact]
    public void Accents_are_taken_off_a_handle_and_stay_in_the_name()
    {
        var import = PeopleFromAuthors.Propose([Author("Élodie Šimek")], [], Today);
        import.Added.ShouldHaveSingleItem().Handle.ShouldBe("elodie");
        import.Added[0].Name.ShouldBe("Élodie Šimek");
    }

    [Fact]
    public void Who_is_known_by_mail_and_whose_name_has_no_letters_are_left_out()
    {
        var import = PeopleFromAuthors.Propose(
            [
                new("Mel", "MEL@clinic.example", 3),
                new("山田", "y@clinic.example", 1),
                new("renovate", "r@x.example", 9),
            ],
            [Known("mel", "mel@clinic.example")],
            Today
        );
        import.Added.ShouldBeEmpty();
        import
            .LeftOut.Select(l => l.Why)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["a program", "in the team already", "no handle can be made of the name"]);
    }

    static RepositoryAuthor Author(string name) => new(name, $"{name.Replace(' ', '.')}@clinic.example", 1);

    static Person Known(string handle, string mail) =>
        new()
        {
            Handle = handle,
            Name = handle,
            Emails = [mail],
        };

    static IEnumerable<string> Handles(IReadOnlyList<Person> team, params RepositoryAuthor[] authors) =>
        PeopleFromAuthors.Propose(authors, team, Today).Added.Select(p => p.Handle);
}
