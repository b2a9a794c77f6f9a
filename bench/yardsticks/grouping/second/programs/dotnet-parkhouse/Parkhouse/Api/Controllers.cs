using Acme.Kit;
using Parkhouse.Clients;
using Parkhouse.Data;
using Parkhouse.Domain;
using Parkhouse.Services;

namespace Parkhouse.Api;

public sealed class StayController(IDesk desk)
{
    static readonly Gate North = new("north", new DateTime(2026, 12, 1));
    static readonly Stay Inside = new() { Plate = "M1", In = North };
    static readonly NightStay Late = new() { Plate = "M2", In = North };

    public async Task<object> Fee(Context c) => await desk.Fee(Inside);

    public Task<object> Hours(Context c)
    {
        // @PAD@
        var l_all = new[] { Inside, Late }.Select(s => s.Hours).ToList();
        return Task.FromResult<object>(l_all);
    }

    public Task<object> NightFee(Context c) => Task.FromResult<object>(Late.Fee(3));

    public async Task<object> All(Context c)
    {
        await Task.Yield();
        var l_tasks = Enumerable.Range(0, 2).Select(_ => Task.Run(() => Inside.Fee(1))).ToArray();
        Task.WaitAll(l_tasks);
        return l_tasks.Length;
    }

    public async Task<object> Job(Context c) => await Jobs.Run(() => desk.Fee(Inside));

    public async Task<object> NightJob(Context c) => await Jobs.Night("fees", async () => { await Task.Yield(); return Late.Fee(1); });

    public Task<object> Cash(Context c) => Done(new CashReport([new Stay { Plate = c.Args[0] }]).Write());

    public async Task<object> CashMail(Context c) { await Task.Yield(); return new CashReport([new Stay { Plate = "a", In = North }, new Stay { Plate = c.Args[0] }]).Write().Length; }

    public Task<object> Guard(Context c) => Done(new GuardReport([new Stay { Plate = c.Args[0] }]).Write());

    public async Task<object> GuardMail(Context c) { await Task.Yield(); return new GuardReport([new Stay { Plate = c.Args[0] }]).Write().Trim(); }

    public Task<object> CashNone(Context c) => Done(new CashReport([]).Write());

    public async Task<object> GuardNone(Context c) { await Task.Yield(); return new GuardReport([]).Write(); }

    static Task<object> Done(object l_value) => Task.FromResult(l_value);
}

public sealed class DeskController(Desk desk, Zones zones)
{
    readonly TimedDesk timed = new(desk);

    static Task<object> Done(object l_value) => Task.FromResult(l_value);

    public Task<object> Badge(Context c) => Done(timed.Find(c.Args[0]));
    public async Task<object> Badges(Context c) { await Task.Yield(); foreach (var l_b in c.Args) desk.Find(l_b); return null; }
    public Task<object> Map(Context c) => Done(zones.Map(c.Args[0]));
    public async Task<object> Maps(Context c) { await Task.Yield(); return c.Args.Select(zones.Map).ToList(); }
    public Task<object> Level(Context c) => Done(desk.NameOf(c.Args[0]));
    public async Task<object> Levels(Context c) { await Task.Yield(); return string.Join(",", c.Args.Select(a => desk.NameOf(a))); }
    public Task<object> Zone(Context c) => Done(zones.Colour(c.Args[0]));
    public async Task<object> ZonesOf(Context c) { await Task.Yield(); return c.Args.Sum(a => zones.Colour(a)); }
    // @PAD@
    public Task<object> Open(Context c) { desk.Open(c.Args[0]); return Done(1); }
    public async Task<object> OpenLate(Context c) { await Task.Delay(1); desk.Open(c.Args[0]); return 1; }
    public Task<object> Keep(Context c) => Done(desk.Keep(c.Args[0], c.Args[1], c.Args[2]));
    public async Task<object> KeepAll(Context c) { await Task.Yield(); foreach (var l_place in c.Args[1].Split(',')) desk.Keep(c.Args[0], l_place, c.Args[2]); return null; }
    public Task<object> Rates(Context c) => Done(desk.Rates(c.Args[0]));
    public async Task<object> RatesAll(Context c) { await Task.Yield(); return c.Args.Sum(desk.Rates); }
    public Task<object> Signs(Context c) => Done(zones.Signs(c.Args[0]));
    public async Task<object> SignsAll(Context c) { await Task.Yield(); return c.Args.Sum(a => zones.Signs(a)); }
    public Task<object> Ticket(Context c) => Done(Tickets.Print(new(null, 7)));
    public async Task<object> TicketsOf(Context c) { await Task.Yield(); var l_n = Tickets.Print(new(" ", int.Parse(c.Args[0]))).Length; return l_n; }
    public Task<object> Visitor(Context c) => Done(Visitors.Announce(new("kim", "")));
    public async Task<object> VisitorsOf(Context c) { await Task.Yield(); return c.Args.Select(n => Visitors.Announce(new(n, null))).ToList(); }
    public Task<object> Refund(Context c) => Done(Refunds.Back(decimal.Parse(c.Args[0]), 3));
    public async Task<object> RefundsOf(Context c) { await Task.Yield(); decimal l_sum = 0; foreach (var a in c.Args) l_sum += Refunds.Back(decimal.Parse(a), 2).Amount; return l_sum; }
    public Task<object> Discount(Context c) => Done(Refunds.Reduced(5, 3, decimal.Parse(c.Args[0])));
    public async Task<object> Discounts(Context c) { await Task.Yield(); return Refunds.Reduced(4, decimal.Parse(c.Args[0]), 4).Amount + 1; }
    public Task<object> Number(Context c) => Done(Tickets.Number(c.Args[0]));
    public async Task<object> Numbers(Context c) { await Task.Yield(); return c.Args.Select(Tickets.Number).Sum(); }
    public Task<object> Day(Context c) => Done(Plans.Shares(8, 9, false));
    public async Task<object> DayAll(Context c) { await Task.Yield(); return Plans.Shares(8, 4, false).Count; }
    public Task<object> Night(Context c) => Done(Plans.Shares(9, 3, true));
    public async Task<object> NightAll(Context c) { await Task.Yield(); return Plans.Shares(1, 3, true).Count; }
    public Task<object> Left(Context c) => Done(Plans.Row(c.Args, true));
    public async Task<object> LeftAll(Context c) { await Task.Yield(); return Plans.Row(c.Args, true).Length; }
    public Task<object> Right(Context c) => Done(Plans.Row(c.Args, false));
    public async Task<object> RightAll(Context c) { await Task.Yield(); return Plans.Row(c.Args, false).Length; }
    public Task<object> Weights(Context c) => Done(Plans.ByWeight([new("a", new(1)), new("b", null), new("c", new(2))]));
    public async Task<object> Heaviest(Context c) { await Task.Yield(); return Plans.ByWeight([new("a", null), new("b", null)])[0].Plate; }
    public Task<object> Depth(Context c) => Done(House().Depth(new Queue<string>(c.Args)));
    public async Task<object> Deepest(Context c) { await Task.Yield(); var l_house = House(); return c.Args.Max(a => l_house.Depth(new Queue<string>(a.Split('/')))); }
    public Task<object> Tariff(Context c) => Done(Settings.Of(c.Args[0]));
    public async Task<object> Tariffs(Context c) { await Task.Yield(); return c.Args.Select(Settings.Of).Sum(); }
    public Task<object> CacheText(Context c) { var l_recent = new Recent<string, string>(); l_recent.Put(c.Args[0], "x"); return Done(l_recent.Last(4)); }
    public async Task<object> CacheCar(Context c) { await Task.Yield(); var l_cars = new Recent<int, Car>(); l_cars.Put(1, null); return l_cars.Last(9).Plate; }
    public Task<object> CacheRate(Context c) { var l_recent = new Recent<string, decimal>(); l_recent.Put("r", 1); return Done(l_recent.Last(0) + 1); }

    static Floor House()
    {
        var l_floor = new Floor("-4", []);
        for (var i = 3; i > 0; i--)
            l_floor = new Floor("-" + i, new() { ["down"] = l_floor });
        return l_floor;
    }
}

public sealed class OutsideController(GateClient gates, CameraClient cameras, SmsClient sms, BankClient bank)
{
    readonly PlateStore plates = new();
    readonly BadgeStore badges = new();
    readonly StayStore stays = new();
    readonly Bell bell = new();

    public async Task<object> Gate(Context c) => await gates.Show(c.Args[0]);
    public async Task<object> Gates(Context c) { var l_n = 0; foreach (var a in c.Args) l_n += (await gates.Show(a)).Text.Length; return l_n; }
    public async Task<object> Picture(Context c) => await cameras.Picture(c.Args[0]);
    public async Task<object> Pictures(Context c) { await Task.WhenAll(c.Args.Select(cameras.Picture)); return null; }
    public async Task<object> State(Context c) => await gates.State(c.Args[0]);
    public async Task<object> States(Context c) { var l_n = await gates.State(c.Args[0]); return l_n + 1; }
    public async Task<object> Dark(Context c) => await cameras.Night(c.Args[0]);
    public async Task<object> DarkJob(Context c) => await Jobs.Run(() => cameras.Night(c.Args[0]));
    public async Task<object> Sms(Context c) => await sms.Send(c.Args[0], c.Args[1]);
    // @PAD@
    public async Task<object> SmsAll(Context c) { foreach (var l_text in c.Args) await sms.Send("1", l_text); return null; }
    public async Task<object> Pay(Context c) => await bank.Pay(c.Args[0]);
    public async Task<object> PayJob(Context c) => await Jobs.Run(() => bank.Pay(c.Args[0]));
    public async Task<object> Plate(Context c) => await plates.Add((c.Args[0], "kim"));
    public async Task<object> PlatesOf(Context c) { var l_n = 0; foreach (var a in c.Args) l_n += await plates.Add((a, "lo")); return l_n; }
    public async Task<object> Give(Context c) => await badges.Add(c.Args[0]);
    public async Task<object> GiveJob(Context c) => await Jobs.Run(() => badges.Add(c.Args[0]));
    public async Task<object> Enter(Context c) => await stays.Add(new Stay());
    public async Task<object> EnterAll(Context c) { foreach (var _ in c.Args) await stays.Add(new NightStay()); return null; }
    public Task<object> Ring(Context c) { _ = new Watch(bell); bell.Ring(c.Args[0]); return Task.FromResult<object>(null); }
    public async Task<object> RingLate(Context c) { var l_bell = new Bell(); _ = new Watch(l_bell); await Task.Delay(1); l_bell.Ring(c.Args[0]); return 1; }
    public Task<object> First(Context c) => Task.FromResult<object>(new Watch(bell).First);
    public async Task<object> FirstOf(Context c) { await Task.Yield(); var l_watch = new Watch(new Bell()); return l_watch.First + 1; }
    public async Task<object> Walk(Context c) { var l_n = 0; await foreach (var i in new Watch(bell).Walk([1, null])) l_n += i; return l_n; }
    public async Task<object> WalkDark(Context c) { await using var l_walk = new Watch(bell).Walk([null]).GetAsyncEnumerator(); await l_walk.MoveNextAsync(); return l_walk.Current; }
    public async Task<object> Sum(Context c) => await Jobs.Run(() => NightWork.Sum([]));
    public async Task<object> SumNight(Context c) => await Jobs.Night("sum", () => NightWork.Sum([]));
    public async Task<object> Close(Context c) => await Jobs.Run(() => NightWork.Close(null));
    public async Task<object> CloseNight(Context c) => await Jobs.Night("close", () => NightWork.Close(null));
    public async Task<object> Files(Context c) => await Jobs.Run(() => NightWork.Files(c.Args[0]));
    public async Task<object> FilesNight(Context c) => await Jobs.Night("files", () => NightWork.Files(c.Args[0]));
}
