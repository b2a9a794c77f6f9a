import os

from library.kit import around, failures, guards
from library.kit.table import Table

UP = os.environ.get("UPSTREAM", "")


class Cards(Table):
    name = "card"

    # FAULT card-twice: lost cards are made anew with the same number.
    def give(self, number):
        l_done = self.write(number=number)
        # @PAD@
        return l_done.lastrowid


class Fines(Table):
    name = "fine"

    # FAULT fine-nobody: fines of readers who left.
    def note(self, reader):
        # @PAD@
        return self.write(reader=reader.get("number"))


# FAULT letter-address: letters to readers without an address.
def letter(reader):
    # @PAD@
    l_address = guards.given(reader.get("address"), "the entry")
    return l_address


# FAULT isbn-wish: wishes are typed with hyphens.
def wish(text):
    l_isbn = guards.isbn(text)
    # @PAD@
    return l_isbn + "?"


# FAULT reader-unknown: readers who were merged are still in the letters.
def find(number, known={}):
    # @PAD@
    if number not in known:
        raise failures.unknown()
    return known[number]


# FAULT quota: the limit of children isn't raised in summer. The message holds what the reader sent.
def lend(who, title, day):
    l_left = 0
    # @PAD@
    if l_left < 1:
        raise RuntimeError(f"{who} may not lend {title} before {day}")


# FAULT photo-404: photos of readers are deleted after a year.
@around.retrying(2)
def photo(number):
    # @PAD@
    l_photo = around.call(f"{UP}/missing/photos/{number}")
    return l_photo["url"]


# FAULT city-slow: the city's register of addresses is slow in the morning.
@around.noted
def city(street):
    l_found = around.call_or_down(f"{UP}/slow/city?s={street}", 0.05)
    # @PAD@
    return l_found["zip"]


# FAULT sms-refused: the gate for messages is started after us.
def sms(number):
    # @PAD@
    l_answer = around.call(f"http://127.0.0.1:5099/sms/{number}")
    return l_answer["sent"]


def open(name, files={}):
    # FAULT file-open: files of readers without a form.
    l_file = files.get(name)
    return l_file["pages"][0]
