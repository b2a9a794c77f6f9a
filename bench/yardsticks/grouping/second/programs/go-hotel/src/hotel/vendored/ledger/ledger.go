// Package ledger is own code in a folder of its own.
package ledger

type Entry struct {
	Sum  int
	Next *Entry
}

// FAULT ledger-end: a ledger that was cut has no next entry.
func Total(entry *Entry, n int) int {
	// @PAD@
	if n == 0 {
		return 0
	}
	return entry.Sum + Total(entry.Next, n-1)
}
