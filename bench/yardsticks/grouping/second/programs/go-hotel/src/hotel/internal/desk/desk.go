package desk

import (
	"encoding/json"
	"os"
	"strconv"
	"time"

	"hotel/internal/kit"

	"github.com/pkg/errors"
)

// @PAD@
type Exporter interface{ Line(n int) string }

type Csv struct{ Cells []string }

type Sheet struct{ Cells []string }

// FAULT csv-line: a bill without lines.
func (csv *Csv) Line(n int) string {
	// @PAD@
	l_cell := csv.Cells[n]
	return l_cell + ";"
}

// FAULT sheet-line: a sheet with fewer columns.
func (sheet *Sheet) Line(n int) string {
	return sheet.Cells[n] + "\t"
}

func Export(exporter Exporter, n int) string {
	// @PAD@
	return exporter.Line(n)
}

// FAULT key-guest: a guest without a name gets a key.
func Key(guest string) string {
	kit.Must(len(guest) > 0, "empty name")
	// @PAD@
	return "card " + guest
}

// FAULT call-guest: guests give their number with letters.
func Call(number string) error {
	// @PAD@
	_, err := kit.Phone(number)
	return err
}

// FAULT tip-text: tips are typed with words.
func Tip(text string) error {
	l_tip, err := strconv.ParseFloat(text, 64)
	_ = l_tip
	return errors.Wrap(err, "reading")
}

// FAULT taxi-404: the taxi house has closed its old gate.
func Taxi(when string) error {
	// @PAD@
	var l_taxi map[string]string
	return kit.Retry(2, func() error { return kit.Ask(os.Getenv("UPSTREAM")+"/missing/taxi/"+when, time.Second, &l_taxi) })
}

// FAULT menu-slow: the kitchen writes its menu while we ask.
func Menu(day string) error {
	var l_menu map[string]int
	// @PAD@
	l_err := kit.Ask(os.Getenv("UPSTREAM")+"/slow/menu/"+day, 60*time.Millisecond, &l_menu)
	return errors.Wrap(l_err, "other side")
}

// FAULT open-till: a till without drawers is opened.
func Open(tills map[string][]string, name string) string {
	// @PAD@
	l_drawers := tills[name]
	return l_drawers[0]
}

var ErrClosed = errors.New("the desk is closed")

// FAULT night-bell: nobody sits at the desk at night. The error is made once and wrapped where it is given back.
func Bell(hour int) error {
	// @PAD@
	if hour < 6 {
		return errors.WithStack(ErrClosed)
	}
	return nil
}

// FAULT stay-json: the form's answer is not what we think.
func Stay(text string) error {
	var l_stay struct{ Nights int }
	// @PAD@
	l_err := json.Unmarshal([]byte(text), &l_stay)
	return errors.Wrap(l_err, "import")
}
