"""Middleware and routes."""
from concurrent.futures import ThreadPoolExecutor

from library.jobs import night
from library.people import readers
from library.stock import books, trees
from library.web.reports import DamageReport, LoanReport

SESSIONS = {"s1": {"user": {"id": 1}}, "s2": {}}
# @PAD@


def timed(handle):
    def inner(request):
        l_result = handle(request)
        # @PAD@
        return l_result
    return inner


def session(handle):
    # FAULT session-user: sessions of yesterday have no user. Met before whatever route.
    def inner(request):
        l_session = SESSIONS[request.get("session", "s1")]
        # @PAD@
        request["user"] = l_session["user"]["id"]
        return handle(request)
    return inner


class LabelFailed(Exception):
    pass


def quote(title):
    try:
        return books.Atlas({"title": title}).label()
    except AttributeError as l_cause:
        raise LabelFailed(f"no label for {title}") from l_cause


def pooled(function, *args):
    with ThreadPoolExecutor(1) as l_pool:
        return l_pool.submit(function, *args).result()


def nest(n):
    return {"a": nest(n - 1)} if n else {}


LOOP = {}
LOOP["parent"] = LOOP

ROUTES = {
    "label": lambda t: books.Book({"title": t}).label(),
    "atlas": lambda t: books.Atlas({"title": t}).label(),
    "labels": lambda t: [books.Book({"title": x}).shelf for x in t.split(",")],
    "quote": quote,
    "label_job": lambda t: night.run("label", books.Book({"title": t})),
    "label_pool": lambda t: pooled(books.Book({"title": t}).label),
    "mark": lambda k: books.shelfmark({"id": k}),
    "marks": lambda k: [books.shelfmark({"id": x}) for x in k.split(",")],
    "letter": lambda k: readers.letter({"name": k}),
    "letters": lambda k: list(map(readers.letter, [{"name": k}])),
    "old": lambda k: books.old_entry({"isbn": int(k)}),
    "olds": lambda k: [books.old_entry({"isbn": int(x)}) for x in k.split(",")],
    "wish": readers.wish,
    "wishes": lambda k: [readers.wish(x) for x in k.split(",")],
    "book": books.find,
    "books": lambda k: [books.find(x) for x in k.split(",")],
    "reader": readers.find,
    "readers": lambda k: {x: readers.find(x) for x in k.split(",")},
    "take": lambda l: books.take("b", l),
    "take_all": lambda l: [books.take(x, l) for x in "ab"],
    "lend": lambda a: readers.lend(*a.split("|")),
    "lend_all": lambda a: [readers.lend(*x.split("|")) for x in [a]],
    "marc": books.marc,
    "marcs": lambda t: [books.marc(x) for x in t.split("|")],
    # @PAD@
    "years": lambda k: books.by_year([{"year": {"printed": 1}}, {"year": None}]),
    "oldest": lambda k: books.by_year([{"year": None}])[0],
    "cover": books.cover,
    "covers": lambda k: [books.cover(x) for x in k.split(",")],
    "photo": readers.photo,
    "photos": lambda k: [readers.photo(x) for x in k.split(",")],
    "union": books.union,
    "union_job": lambda k: night.run("union", k),
    "city": readers.city,
    "cities": lambda k: [readers.city(x) for x in k.split(",")],
    "loan": books.far_loan,
    "loans": lambda k: [books.far_loan(x) for x in k.split(",")],
    "sms": readers.sms,
    "sms_all": lambda k: [readers.sms(x) for x in k.split(",")],
    "open": books.open,
    "opens": lambda k: [books.open(x) for x in k.split(",")],
    "file": readers.open,
    "files": lambda k: [readers.open(x) for x in k.split(",")],
    "copy": lambda k: books.Copies().add(k),
    "copies": lambda k: [books.Copies().add(x) for x in k.split(",")],
    "card": lambda k: readers.Cards().give(k),
    "cards": lambda k: [readers.Cards().give(x) for x in k.split(",")],
    "fine": lambda k: readers.Fines().note({"name": k}),
    "fines": lambda k: [readers.Fines().note({}) for x in k],
    "depth": lambda k: trees.depth(LOOP),
    "depths": lambda k: [trees.depth(t) for t in [LOOP]],
    "walk": lambda n: trees.walk(nest(int(n)), ["a"] * int(n) + ["z"]),
    "walks": lambda k: [trees.walk(nest(1), x.split("/")) for x in k.split(",")],
    "week": lambda k: trees.shares([1], 4, 9),
    "weeks": lambda k: sum(trees.shares([1, 2], 4, 3)),
    "month": lambda k: trees.shares([1], 9, 3),
    "months": lambda k: sum(trees.shares([1, 2], 7, 3)),
    "pages": lambda k: list(trees.pages([{"n": "1"}, {"n": None}])),
    "page_sum": lambda k: sum(trees.pages([{"n": None}])),
    "loan_report": lambda k: LoanReport([{"title": k}]).write(),
    "loan_mail": lambda k: len(LoanReport([{"title": "a", "reader": "b"}, {"title": k}]).write()),
    "damage_report": lambda k: DamageReport([{"title": k}]).write(),
    "damage_mail": lambda k: DamageReport([{"title": "a", "reader": "b"}, {"title": k}]).write().split(),
    "no_loans": lambda k: LoanReport([]).write(),
    "no_damages": lambda k: DamageReport([]).write().strip(),
    "mean": lambda k: night.run("mean", []),
    "mean_pool": lambda k: pooled(night.run, "mean", []),
    "due": lambda k: night.run("due", k),
    "due_pool": lambda k: pooled(night.run, "due", k),
}


@timed
@session
def handle(request):
    return ROUTES[request["route"]](request["arg"])
