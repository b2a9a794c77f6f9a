package main

import (
	"hotel/internal/kit"
	"hotel/internal/web"
	"os"
	"strings"
	"time"

	"github.com/getsentry/sentry-go"
)

var y, route string

// @PAD@
func serve(l_handle kit.Handler, args []string) {
	defer func() {
		if l_bad := recover(); l_bad != nil {
			sentry.CurrentHub().Recover(l_bad)
		}
	}()
	if l_err := l_handle(args); l_err != nil {
		sentry.CaptureException(l_err)
	}
}

func main() {
	sentry.Init(sentry.ClientOptions{Dsn: os.Getenv("DSN"), Release: os.Getenv("RELEASE"), Environment: "production", ServerName: os.Getenv("HOST_NAME"), MaxBreadcrumbs: -1,
		BeforeSend: func(e *sentry.Event, h *sentry.EventHint) *sentry.Event {
			e.Tags["y"] = y
			if route != "" {
				e.Transaction = "GET /" + route
			}
			return e
		}})
	routes := web.Routes()
	run := func(cause, dims, name, args, way string) {
		route, y = name, cause+"|"+os.Getenv("Y_DIMS")+";"+dims
		if way == "go" {
			done := make(chan bool)
			go func() { serve(routes[name], strings.Split(args, "~")); done <- true }()
			<-done
		} else {
			serve(routes[name], strings.Split(args, "~"))
		}
		sentry.Flush(5 * time.Second)
	}
	for _, line := range strings.Split(plan, "\n") {
		p := strings.Split(line, ":")
		if len(p) != 4 {
			continue
		}
		run(p[0], "", p[1], p[2], "")
		run(p[0], "data=1", p[1], p[3], "")
		run(p[0], "caller="+p[1]+"All", p[1]+"All", p[2], "")
		run(p[0], "path=goroutine", p[1], p[2], "go")
	}
	run("room-guest", "caller=label", "label", "7", "")
	run("room-guest", "caller=labelAll", "labelAll", "7~8", "")
	run("room-unknown", "data=2", "find", "7f3b1c52-1d7e-4a55-9e55-0b1f3d1c9a77|2026-12-01", "")
}

const plan = `
room-guest:owner:7:8
room-unknown:find:12|kim:«Été» 4|lea@example.com
floor-index:floor:a:abc
share-nights:nights:a:b
share-guests:guests:a:b
plan-kind:kind:a:b
plan-map:map:a:b
stairs:down::aaaa
key-door:door:x:xx
key-guest:guest:x:xx
sort-price:cheap:a:b
open-room:oroom:12:blue
open-till:otill:bar:spa
csv-line:csv:a:abc
sheet-line:sheet:a:abc
ledger-end:ledger:a:abc
call-room:callr:blue room:spa 7
call-guest:callg:12a:o12
rate-text:rate:80 EUR:eighty
tip-text:tip:five:5 or 6
clean-404:clean:mon:2026-12-01
taxi-404:taxi:now:18
heat-slow:heat:12:blue
menu-slow:menu:mon:2026-12-01
import-json:import:<rooms>:["a"
stay-json:stay:<stay>:{"Nights"
night-bell:bell:a:bb
`
