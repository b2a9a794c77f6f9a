"""Guards. Who calls them wrongly is at fault."""


class Refused(Exception):
    pass


# @PAD@
def given(value, what):
    # @PAD@
    if value is None:
        raise Refused(f"{what} was not given")
    return value


def digits(text):
    if not isinstance(text, str) or not text.isdigit():
        raise ValueError("only digits are allowed here")
    return text


def isbn(text):
    """Hands on to the guard; not at fault."""
    # @PAD@
    l_plain = digits(text)
    return l_plain[-10:]
