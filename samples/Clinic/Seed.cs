namespace Clinic;

/// <summary>The same clinic at every start; only the calendar begins today.</summary>
public static class Seed
{
    private static readonly string[] _specialties = ["general", "dentist", "eyes", "skin", "heart", "children"];
    private static readonly string[] _cities = ["Paris", "Lyon", "Lille", "Nantes"];
    private static readonly string[] _first = ["Alba", "Bruno", "Clara", "Denis", "Elif", "Farid", "Gaia", "Hugo"];
    private static readonly string[] _last = ["Adler", "Blanc", "Costa", "Durand", "Evans", "Faure", "Girard"];
    private static readonly string[] _kinds = ["prescription", "letter", "blood-test", "x-ray"];

    public static Practice Practice(DateOnly today)
    {
        var random = new Random(20_260_105);
        var patients = Enumerable.Range(1, 300).Select(id => new Patient(id, Name(id), Phone(id))).ToList();
        var practice = new Practice(today, Doctors(), patients) { Documents = Documents(patients, random) };
        foreach (var doctor in practice.Doctors)
            FillBook(practice, doctor, random);
        return practice;
    }

    private static List<Doctor> Doctors() =>
        [.. Enumerable.Range(1, 99).Select(id => new Doctor(id, "Dr " + Name(id * 5), _specialties[id % 6], City(id)))];

    // The last three work on Reunion.
    private static string City(int id) => id > 96 ? "Saint-Denis" : _cities[id / 6 % 4];

    private static string Name(int n) => $"{_first[n % _first.Length]} {_last[n % _last.Length]}";

    // Two people have no telephone.
    private static string? Phone(int id) => id % 149 == 0 ? null : $"+33 1 00 00 {id / 100:00} {id % 100:00}";

    private static List<Document> Documents(List<Patient> patients, Random random)
    {
        var documents = new List<Document>();
        foreach (var patient in patients)
        {
            for (var n = 0; n < 3; n++)
            {
                var kind = _kinds[random.Next(_kinds.Length)];
                var day = new DateOnly(2025, 1, 1).AddDays(random.Next(360));
                var note = patient.Id % 25 == 0 && n == 0 ? null : $"{kind} of {day:d MMMM}. See the file.";
                documents.Add(new Document(documents.Count + 1, patient.Id, kind, day, note));
            }
        }
        return documents;
    }

    private static void FillBook(Practice practice, Doctor doctor, Random random)
    {
        for (var day = 0; day < 14; day++)
        {
            for (var hour = 9; hour < 17; hour++)
            {
                if (random.Next(10) < 8)
                {
                    var start = practice.Today.AddDays(day).ToDateTime(new TimeOnly(hour, 0));
                    practice.Add(doctor.Id, random.Next(1, practice.Patients.Count + 1), start, 30);
                }
            }
        }
    }
}
