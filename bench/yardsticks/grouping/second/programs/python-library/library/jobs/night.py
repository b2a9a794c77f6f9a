"""Jobs fail in one way."""


class JobFailed(Exception):
    pass


JOBS = {}


def job(function):
    JOBS[function.__name__] = function
    return function


def run(name, *args):
    try:
        # @PAD@
        return JOBS[name](*args)
    except Exception as l_cause:
        raise JobFailed("A job of the night failed") from l_cause


# FAULT job-mean: a night without loans.
@job
def mean(loans):
    # @PAD@
    l_total = sum(loans)
    return l_total / len(loans)


# FAULT job-due: dates of the old system.
@job
def due(text):
    l_parts = text.split("-")
    # @PAD@
    return int(l_parts[2])


@job
def label(book):
    return book.label()


@job
def union(title):
    from library.stock import books
    return books.union(title)
