namespace Clinic;

/// <summary>GET /: a form for the search.</summary>
public static class StartPage
{
    private const string Html = """
        <!doctype html>
        <html lang="en">
        <meta name="viewport" content="width=device-width">
        <title>Clinic</title>
        <style>body { font: 1rem/1.5 sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem }</style>
        <h1>Book an appointment</h1>
        <form action="/search">
          <label>Specialty <input name="specialty" list="specialties"></label>
          <label>City <input name="city" list="cities"></label>
          <button>Search</button>
        </form>
        <datalist id="specialties"><option>general<option>dentist<option>eyes<option>skin<option>heart<option>children</datalist>
        <datalist id="cities"><option>Paris<option>Lyon<option>Lille<option>Nantes</datalist>
        </html>
        """;

    public static void Map(WebApplication app) => app.MapGet("/", () => Results.Content(Html, "text/html"));
}
