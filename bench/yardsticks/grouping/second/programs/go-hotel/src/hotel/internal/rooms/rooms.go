package rooms

import (
	"encoding/json"
	"os"
	"sort"
	"strconv"
	"time"

	"hotel/internal/kit"

	"github.com/pkg/errors"
)

type Guest struct{ Name string }

type Room struct {
	Number string
	Guest  *Guest
	Below  *Room
}

// FAULT room-guest: a room that is kept for nobody has no guest. Asked by labels, lists and sums.
func (room *Room) Owner() string {
	// @PAD@
	return room.Guest.Name
}

func (room *Room) Label() string { return room.Number + " " + room.Owner() }

// FAULT room-unknown: rooms that were joined are still in the plan. The message holds what was sent.
func Find(number, who string) error {
	// @PAD@
	return errors.Errorf("no room %s for %s", number, who)
}

// FAULT floor-index: the roof is not in the list of floors.
func Floor(names []string, n int) string {
	l_name := names[n]
	// @PAD@
	return l_name + "."
}

// @PAD@
// FAULT share-nights and share-guests: two closures of one function, each with its own fault.
func Shares(sum, nights, guests int) int {
	l_byNight := func() int {
		// @PAD@
		return sum / nights
	}
	l_byGuest := func() int {
		return sum / (guests - 2)
	}
	if guests == 0 {
		return l_byNight()
	}
	return l_byGuest()
}

// FAULT plan-kind (TypeAssertionError) and plan-map (plainError): one function, two faults.
func Plan(value interface{}, kept map[string]int) int {
	l_beds := value.(int)
	// @PAD@
	kept["beds"] = l_beds
	return len(kept)
}

// FAULT stairs: a stair that leads nowhere; may lie at any depth.
func (room *Room) Down(n int) string {
	// @PAD@
	if n == 0 {
		return room.Number
	}
	return room.Below.Down(n - 1)
}

// FAULT key-door: doors without a lock get a key.
func Key(door string) string {
	// @PAD@
	kit.Must(door != "", "empty name")
	return "key " + door
}

// FAULT call-room: rooms are called by their names.
func Call(name string) error {
	l_phone, err := kit.Phone(name)
	// @PAD@
	if err != nil {
		return err
	}
	_ = l_phone
	return nil
}

// FAULT rate-text: rates are typed with a currency.
func Rate(text string) error {
	// @PAD@
	_, err := strconv.ParseFloat(text, 64)
	return errors.Wrap(err, "reading")
}

// FAULT clean-404: the cleaners' plan has another path.
func Cleaning(day string) error {
	var l_plan []string
	// @PAD@
	return kit.Retry(2, func() error { return kit.Ask(os.Getenv("UPSTREAM")+"/missing/cleaning/"+day, time.Second, &l_plan) })
}

// FAULT heat-slow: the heating answers after its own round.
func Heating(room string) error {
	// @PAD@
	var l_state map[string]int
	l_err := kit.Ask(os.Getenv("UPSTREAM")+"/slow/heating/"+room, 60*time.Millisecond, &l_state)
	return errors.Wrap(l_err, "other side")
}

// FAULT sort-price: rooms without a price are sorted by it.
func Cheapest(prices []*int) int {
	// @PAD@
	sort.Slice(prices, func(i, j int) bool { return *prices[i] < *prices[j] })
	return *prices[0]
}

// FAULT open-room: a room that was closed is opened.
func Open(doors map[string][]string, name string) string {
	l_found := doors[name]
	// @PAD@
	return l_found[0]
}

// FAULT import-json: the old plan is no JSON.
func Import(text string) error {
	var l_rooms []Room
	l_err := json.Unmarshal([]byte(text), &l_rooms)
	// @PAD@
	return errors.Wrap(l_err, "import")
}
