"""Failures are made here and raised elsewhere."""


class LibraryError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class ServiceDown(LibraryError):
    pass


WORDS = {"en": "The book is lent to somebody else", "de": "Das Buch ist verliehen", "fr": "Le livre est prêté à quelqu’un d’autre", "pl": "Książka jest wypożyczona", "ja": "この本は貸出中です"}


# @PAD@
def unknown():
    return LibraryError("unknown", "No such entry")


def lent(language):
    return LibraryError("lent", WORDS[language])


def down():
    return ServiceDown("down", "A service of the library is down")
