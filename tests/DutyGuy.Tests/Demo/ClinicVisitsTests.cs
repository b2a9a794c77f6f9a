using DutyGuy.Commands.Demo;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Demo;

public sealed class ClinicVisitsTests
{
    [Fact]
    public void The_same_seed_asks_the_same_and_another_seed_does_not()
    {
        Paths(ClinicVisitors.Public, 7).ShouldBe(Paths(ClinicVisitors.Public, 7));
        Paths(ClinicVisitors.Public, 7).ShouldNotBe(Paths(ClinicVisitors.Public, 8));
    }

    [Fact]
    public void Only_testers_look_at_reminders_and_waiting_lists()
    {
        Paths(ClinicVisitors.Testers, 1).ShouldContain(path => path.StartsWith("/reminders"));
        Paths(ClinicVisitors.Testers, 1).ShouldContain(path => path.EndsWith("/waiting-list"));
        Paths(ClinicVisitors.Public, 1).ShouldNotContain(path => path.StartsWith("/reminders"));
        Paths(ClinicVisitors.Public, 1).ShouldNotContain(path => path.EndsWith("/waiting-list"));
    }

    [Fact]
    public void The_public_meets_agendas_on_Reunion_and_patients_with_old_papers()
    {
        var paths = Paths(ClinicVisitors.Public, 1);
        paths.ShouldContain("/doctors/98/agenda");
        paths.ShouldContain("/patients/25/documents");
    }

    [Fact]
    public void A_free_slot_that_a_search_has_shown_gets_booked_and_one_of_a_full_doctor_does_not()
    {
        var visits = new ClinicVisits(new Random(1), ClinicVisitors.Public);
        var search = new ClinicVisit(HttpMethod.Get, "/search?city=Lyon");
        visits.Learn(search, """[{"doctorId":3,"firstFree":"9999-12-31T23:59:59.9999999"}]""");
        visits.Learn(search, """[{"doctorId":4,"firstFree":"2026-11-24T09:00:00"}]""");
        var asked = Enumerable.Range(0, 500).Select(_ => visits.Next()).ToList();
        asked
            .Where(visit => visit.Json is not null)
            .ToList()
            .ShouldHaveSingleItem()
            .Json!.ShouldContain("\"doctorId\":4");
    }

    private static List<string> Paths(ClinicVisitors visitors, int seed)
    {
        var visits = new ClinicVisits(new Random(seed), visitors);
        return [.. Enumerable.Range(0, 3000).Select(_ => visits.Next().Path)];
    }
}
