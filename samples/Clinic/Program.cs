using Clinic;
using Clinic.Tests;

if (args is ["--self-test"])
    return SelfTest.Run(Console.Out);

ParentWatch.Start();
if (args is ["--front", var url, var targetFile])
    return Front.Run(url, targetFile);

var settings = Settings.FromEnvironment();
var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls(settings.Url);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
Monitoring.Add(builder, settings);

var app = builder.Build();
var practice = Seed.Practice(DateOnly.FromDateTime(DateTime.Now));
StartPage.Map(app);
var firstFree = new FirstFree(practice);
Search.Map(app, practice, firstFree);
Agenda.Map(app, practice);
WaitingList.Map(app, practice);
Booking.Map(app, practice, firstFree);
Health.Map(app, settings);
Documents.Map(app, practice);
Reminders.Map(app, practice);
if (settings.UrlFile.Length > 0)
    Health.WriteAddress(app, settings.UrlFile);
app.Run();
return 0;
