package web

import (
	"strings"

	"hotel/internal/desk"
	"hotel/internal/kit"
	"hotel/internal/rooms"
	"hotel/vendored/ledger"
)

type plain = func(arg string)
type failing = func(arg string) error

func each(l_work plain) kit.Handler {
	return func(args []string) error {
		for _, l_arg := range args {
			// @PAD@
			l_work(l_arg)
		}
		return nil
	}
}

func many(l_work failing) kit.Handler {
	return func(args []string) error {
		for _, l_arg := range args {
			if l_err := l_work(l_arg); l_err != nil {
				return l_err
			}
		}
		return nil
	}
}

func one(l_work plain) kit.Handler {
	// @PAD@
	return func(args []string) error { l_work(args[0]); return nil }
}

func first(l_work failing) kit.Handler {
	return func(args []string) error { return l_work(args[0]) }
}

var price = 3

// @PAD@
var plains = map[string]plain{
	"owner":  func(arg string) { (&rooms.Room{Number: arg}).Owner() },
	"label":  func(arg string) { (&rooms.Room{Number: arg}).Label() },
	"floor":  func(arg string) { rooms.Floor([]string{"a", "b"}, len(arg)+3) },
	"nights": func(arg string) { rooms.Shares(len(arg), 0, 0) },
	"guests": func(arg string) { rooms.Shares(len(arg), 0, 2) },
	"kind":   func(arg string) { rooms.Plan(arg, map[string]int{}) },
	"map":    func(arg string) { rooms.Plan(len(arg), nil) },
	"down":   func(arg string) { (&rooms.Room{Below: &rooms.Room{}}).Down(2 + len(arg)) },
	"door":   func(arg string) { rooms.Key(strings.Trim(arg, "x")) },
	"guest":  func(arg string) { desk.Key(strings.Trim(arg, "x")) },
	"cheap":  func(arg string) { rooms.Cheapest([]*int{&price, nil}) },
	"oroom":  func(arg string) { rooms.Open(map[string][]string{}, arg) },
	"otill":  func(arg string) { desk.Open(map[string][]string{}, arg) },
	"csv":    func(arg string) { desk.Export(&desk.Csv{Cells: []string{"a"}}, 2+len(arg)) },
	"sheet":  func(arg string) { desk.Export(&desk.Sheet{Cells: []string{"a"}}, 2+len(arg)) },
	"ledger": func(arg string) { ledger.Total(&ledger.Entry{Sum: 1}, 2+len(arg)) },
}

var failings = map[string]failing{
	"find":   func(arg string) error { l_parts := strings.Split(arg, "|"); return rooms.Find(l_parts[0], l_parts[1]) },
	"callr":  rooms.Call,
	"callg":  desk.Call,
	"rate":   rooms.Rate,
	"tip":    desk.Tip,
	"clean":  rooms.Cleaning,
	"taxi":   desk.Taxi,
	"heat":   rooms.Heating,
	"menu":   desk.Menu,
	"import": rooms.Import,
	"stay":   desk.Stay,
	"bell":   func(arg string) error { return desk.Bell(len(arg)) },
}

func Routes() map[string]kit.Handler {
	l_routes := map[string]kit.Handler{}
	for l_name, l_work := range plains {
		l_routes[l_name], l_routes[l_name+"All"] = kit.Logged(l_name, one(l_work)), kit.Logged(l_name, each(l_work))
	}
	for l_name, l_work := range failings {
		l_routes[l_name], l_routes[l_name+"All"] = kit.Logged(l_name, first(l_work)), many(l_work)
	}
	return l_routes
}
