using System.Reflection;
using Parkhouse.Api;
using Parkhouse.Clients;
using Parkhouse.Services;
using Sentry;

namespace Parkhouse;

public static class Program
{
    static readonly List<(string Cause, string Dims, string Route, string[] Args, string Way)> Faults = [];

    static void Add(string cause, string dims, string route, string args = "x", string way = "") => Faults.Add((cause, dims, route, args.Split('|'), way));

    static void Plan()
    {
        Add("stay-hours", "", "Fee"); Add("stay-hours", "caller=hours", "Hours"); Add("stay-hours", "caller=night", "NightFee");
        Add("stay-hours", "wrap=AggregateException;caller=all", "All"); Add("stay-hours", "wrap=JobFailedException;caller=job", "Job");
        Add("stay-hours", "wrap=NightException;caller=night", "NightJob"); Add("stay-hours", "path=thread", "Fee", "x", "thread");
        foreach (var c in new[] { "cash-line:Cash:CashMail:p1", "guard-line:Guard:GuardMail:p1", "badge-missing:Badge:Badges:b7", "zone-missing:Map:Maps:B2", "level-known:Level:Levels:9", "zone-known:Zone:ZonesOf:bus",
            "ticket-plate:Ticket:TicketsOf:8", "visitor-plate:Visitor:VisitorsOf:bo", "plan-day:Day:DayAll:x", "plan-night:Night:NightAll:x", "row-left:Left:LeftAll:x", "row-right:Right:RightAll:x",
            "sort-weight:Weights:Heaviest:x", "tariff-init:Tariff:Tariffs:mon", "bell-round:Ring:RingLate:kim", "lazy-load:First:FirstOf:x", "round-stream:Walk:WalkDark:x", "stay-null:Enter:EnterAll:x" })
        {
            var p = c.Split(':');
            Add(p[0], "", p[1], p[3]); Add(p[0], "caller=" + p[2], p[2], p[3]);
            Add(p[0], "path=thread", p[1], p[3], "thread");
        }
        Add("report-head", "", "CashNone"); Add("report-head", "caller=guard", "GuardNone"); Add("report-head", "path=task", "CashNone", "x", "task");
        foreach (var l in new[] { "en", "de", "fr", "pl" }) Add("barrier-word", l == "en" ? "" : "language=" + l, "Open", l);
        Add("barrier-word", "language=ja;caller=late", "OpenLate", "ja");
        Add("quota-left", "", "Keep", "kim|A-17|2026-12-01"); Add("quota-left", "data=1", "Keep", "lea.martin@example.com|größe «4»|1 Dec 2026 09:15");
        Add("quota-left", "data=2", "Keep", "7f3b1c52-1d7e-4a55-9e55-0b1f3d1c9a77|https://park.example.test/p/1?x=2|demain"); Add("quota-left", "data=3;caller=all", "KeepAll", "l'été|7,8|10.0.0.7");
        Add("rates-json", "", "Rates", "<rates>"); Add("rates-json", "data=1", "Rates", "{\"mon\": 1,}"); Add("rates-json", "caller=all", "RatesAll", "{}|{'a':1}");
        Add("signs-json", "", "Signs", "<signs>"); Add("signs-json", "data=1", "Signs", "[\"a\""); Add("signs-json", "caller=all", "SignsAll", "[]|no");
        Add("refund-negative", "", "Refund", "4"); Add("refund-negative", "data=1", "Refund", "99.5"); Add("refund-negative", "caller=all", "RefundsOf", "1|7");
        Add("discount-negative", "", "Discount", "4"); Add("discount-negative", "data=1", "Discount", "17.25"); Add("discount-negative", "caller=all", "Discounts", "2");
        Add("ticket-text", "", "Number", "A-x1"); Add("ticket-text", "data=1", "Number", "B-größe"); Add("ticket-text", "caller=all", "Numbers", "A-1|A-");
        Add("ticket-parts", "", "Number", "A17"); Add("ticket-parts", "path=task", "Number", "A 17", "task"); Add("ticket-parts", "caller=all", "Numbers", "A-1|A");
        Add("floor-path", "", "Depth", "up"); Add("floor-path", "data=1", "Depth", "down|down|ramp 7"); Add("floor-path", "data=2", "Depth", "down|lift"); Add("floor-path", "caller=deepest;data=3", "Deepest", "down/down/down/down");
        Add("cache-slot", "", "CacheText", "k1"); Add("cache-slot", "caller=car;generic=Car", "CacheCar"); Add("cache-slot", "caller=rate;generic=decimal", "CacheRate");
        Add("gate-404", "", "Gate", "7"); Add("gate-404", "data=1", "Gate", "north-12"); Add("gate-404", "caller=all", "Gates", "1");
        Add("camera-404", "", "Picture", "81"); Add("camera-404", "path=task", "Picture", "82", "task"); Add("camera-404", "caller=all", "Pictures", "1|2");
        Add("gate-slow", "", "State", "7"); Add("gate-slow", "caller=states", "States", "8");
        Add("camera-slow", "", "Dark", "7"); Add("camera-slow", "wrap=JobFailedException;caller=job", "DarkJob", "8");
        Add("sms-refused", "", "Sms", "1|hello"); Add("sms-refused", "caller=all", "SmsAll", "größe|b"); Add("bank-refused", "", "Pay", "c1"); Add("bank-refused", "wrap=JobFailedException;caller=job", "PayJob", "c2");
        Add("plate-twice", "", "Plate", "M1"); Add("plate-twice", "caller=all", "PlatesOf", "M2"); Add("plate-twice", "path=thread", "Plate", "M1", "thread");
        Add("badge-twice", "", "Give", "b1"); Add("badge-twice", "wrap=JobFailedException;caller=job", "GiveJob", "b1"); Add("badge-twice", "path=task", "Give", "b1", "task");
        foreach (var r in new[] { "Sum:night-sum", "Close:night-close", "Files:night-files" })
        {
            var (route, cause) = (r.Split(':')[0], r.Split(':')[1]);
            Add(cause, "", route, "slips"); Add(cause, "wrap=NightException;caller=night", route + "Night", "till_26"); Add(cause, "path=thread", route, "x", "thread");
        }
        Add("session-gone", "", "Fee", "x", "session"); Add("session-gone", "caller=Gate", "Gate", "x", "session"); Add("session-gone", "caller=Level", "Level", "1", "session");
    }

    public static async Task Main()
    {
        string Env(string name) => Environment.GetEnvironmentVariable(name) ?? "";
        var (y, route) = ("", "");
        using var sdk = SentrySdk.Init(o =>
        {
            o.Dsn = Env("DSN");
            o.Release = Env("RELEASE");
            o.Environment = "production";
            o.ServerName = Env("HOST_NAME");
            o.AutoSessionTracking = false;
            o.MaxBreadcrumbs = 0;
            o.DisableDuplicateEventDetection();
            o.AttachStacktrace = false;
            o.StackTraceMode = Env("STACK") == "original" ? StackTraceMode.Original : StackTraceMode.Enhanced;
            o.SetBeforeSend((e, _) => { e.SetTag("y", y); if (route != "") e.TransactionName = "GET /" + route; return e; });
        });
        Plan();
        var desk = new Desk();
        object[] controllers = [new StayController(new TimedDesk(desk)), new DeskController(desk, new Zones()), new OutsideController(new GateClient(), new CameraClient(), new SmsClient(), new BankClient())];
        var actions = controllers.SelectMany(c => c.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => m.ReturnType == typeof(Task<object>)).Select(m => (m.Name, Action: m.CreateDelegate<Func<Context, Task<object>>>(c)))).ToDictionary(a => a.Name, a => a.Action);
        var pipeline = new Pipeline().Use(Middleware.Time).Use(Middleware.Session).Build(async c => c.Result = await actions[c.Path](c));
        foreach (var (path, arg) in new[] { ("Plate", "M1"), ("Plate", "M2"), ("Give", "b1") })
            await pipeline(new Context { Path = path, Args = [arg] });
        foreach (var f in Faults)
        {
            route = f.Route;
            y = $"{f.Cause}|{Env("Y_DIMS")};{f.Dims}";
            var l_context = new Context { Path = f.Route, Args = f.Args };
            if (f.Way == "session")
                l_context.Headers["session"] = "old";
            try
            {
                await Serve(pipeline, l_context, f.Way);
            }
            catch (Exception e)
            {
                SentrySdk.CaptureException(e);
            }
            await SentrySdk.FlushAsync(TimeSpan.FromSeconds(5));
        }
        // FAULT full-long: the house says that it is full and nobody opens the roof. Told without a stack.
        // FAULT full-short: the house is full for minutes only, by a wrong count. Told without a stack.
        route = "";
        foreach (var (cause, dims, text) in new[] { ("full-long", "", "House is full since 07:12, roof closed (412 cars)"), ("full-long", "data=1", "House is full since 16:40, roof closed (398 cars)"),
            ("full-short", "", "House is full since 07:12, count is off by 3 cars"), ("full-short", "data=1", "House is full since 16:40, count is off by 12 cars") })
        {
            y = $"{cause}|{Env("Y_DIMS")};{dims}";
            SentrySdk.CaptureMessage(text, SentryLevel.Error);
            await SentrySdk.FlushAsync(TimeSpan.FromSeconds(5));
        }
    }

    static async Task Serve(Handler pipeline, Context l_context, string way)
    {
        if (way == "task")
            await Task.Run(() => pipeline(l_context));
        else if (way == "thread")
        {
            Exception thrown = null;
            var thread = new Thread(() => { try { pipeline(l_context).GetAwaiter().GetResult(); } catch (Exception e) { thrown = e; } });
            thread.Start();
            thread.Join();
            if (thrown is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(thrown);
        }
        else
            await pipeline(l_context);
    }
}
