import json
import os

from library.kit import around, failures, guards
from library.kit.table import Table

UP = os.environ.get("UPSTREAM", "")


class Copies(Table):
    name = "copy"

    # FAULT copy-twice: a copy that comes back from repair gets its old code.
    def add(self, code):
        # @PAD@
        l_done = self.write(code=code)
        return l_done.rowcount


# @PAD@
class Book:
    def __init__(self, row):
        self.row = row

    # FAULT book-shelf: books in the cellar have no shelf. Asked by labels, lists and subclasses.
    @property
    def shelf(self):
        l_place = self.row.get("place")
        # @PAD@
        return l_place.shelf.upper()

    def label(self):
        return f"{self.shelf}/{self.row['title']}"


class Atlas(Book):
    def label(self):
        # @PAD@
        return "large " + super().label()


# FAULT order-shelfmark: orders without a book still get a mark.
def shelfmark(order):
    l_book = guards.given(order.get("book"), "the entry")
    return l_book + "-1"


# FAULT isbn-number: numbers are kept as numbers in the old catalogue.
def old_entry(row):
    # @PAD@
    l_isbn = guards.isbn(row["isbn"])
    return l_isbn


# FAULT book-unknown: books that were sold are still in the index.
def find(key, known={}):
    l_book = known.get(key)
    # @PAD@
    if l_book is None:
        raise failures.unknown()
    return l_book


# FAULT lent: one place, its words in the reader's language.
def take(key, language):
    l_holder = "somebody"
    # @PAD@
    if l_holder:
        raise failures.lent(language)


# FAULT marc-text (JSONDecodeError) and marc-field (KeyError): one function, two faults.
def marc(text):
    l_record = json.loads(text)
    # @PAD@
    return l_record["245"]["a"]


# FAULT sort-year: undated prints can't be compared.
def by_year(books):
    # @PAD@
    return sorted(books, key=lambda b: b["year"]["printed"])


# FAULT cover-404: covers moved to another host.
@around.retrying(2)
def cover(number):
    l_picture = around.call(f"{UP}/missing/covers/{number}")
    # @PAD@
    return l_picture["url"]


# FAULT union-slow: the union catalogue is slow in the evening.
@around.noted
def union(title):
    # @PAD@
    l_hits = around.call_or_down(f"{UP}/slow/union?q={title}", 0.05)
    return l_hits["n"]


# FAULT loan-refused: the loan service moved to another port.
def far_loan(number):
    l_answer = around.call(f"http://127.0.0.1:5099/loans/{number}")
    return l_answer["ok"]


def open(name, drawers={}):
    # FAULT book-open: pages of books that were never scanned.
    l_found = drawers.get(name)
    # @PAD@
    return l_found["pages"][0]
