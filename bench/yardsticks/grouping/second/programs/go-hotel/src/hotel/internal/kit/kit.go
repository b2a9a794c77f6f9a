package kit

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/pkg/errors"
)

// A guard that panics; who calls it wrongly is at fault.
// @PAD@
func Must(ok bool, what string) {
	// @PAD@
	if !ok {
		panic(errors.New("not allowed: " + what))
	}
}

// A guard that gives an error; who calls it wrongly is at fault.
func Phone(text string) (string, error) {
	l_plain := strings.ReplaceAll(text, " ", "")
	// @PAD@
	if _, err := strconv.Atoi(l_plain); err != nil {
		return "", errors.New("a phone number has digits only")
	}
	return l_plain, nil
}

// All calls of others pass here.
func Ask(url string, l_wait time.Duration, into interface{}) error {
	l_client := http.Client{Timeout: l_wait, Transport: &http.Transport{Proxy: nil, DisableKeepAlives: true}}
	l_answer, err := l_client.Get(url)
	if err != nil {
		return errors.WithStack(err)
	}
	defer l_answer.Body.Close()
	// @PAD@
	if l_answer.StatusCode != 200 {
		return errors.Errorf("the other side said %d", l_answer.StatusCode)
	}
	return errors.WithStack(json.NewDecoder(l_answer.Body).Decode(into))
}

type Handler func(args []string) error

func Logged(name string, next Handler) Handler {
	return func(args []string) error {
		// @PAD@
		l_err := next(args)
		if l_err != nil && name == "" {
			fmt.Println(l_err)
		}
		return l_err
	}
}

func Retry(times int, work func() error) (err error) {
	for l_left := 0; l_left < times; l_left++ {
		// @PAD@
		if err = work(); err == nil {
			return nil
		}
	}
	return err
}
