"""Runs every planted fault in every variant, in order, and reports each to the SDK."""
import logging
import os
import sys
import threading

import sentry_sdk

from library.web import app

truth = {"y": "", "route": ""}
log = logging.getLogger("library.web")
VISITS = []


def add(cause, dims, route, arg="x", way="", session="s1"):
    VISITS.append((cause, dims, route, arg, way, session))


def plan():
    add("book-shelf", "", "label")
    add("book-shelf", "caller=atlas", "atlas")
    add("book-shelf", "caller=list", "labels", "a,b")
    add("book-shelf", "wrap=LabelFailed;caller=quote", "quote", "Moby 7")
    add("book-shelf", "wrap=JobFailed;caller=job", "label_job")
    add("book-shelf", "path=pool", "label_pool")
    add("book-shelf", "path=log", "label", "x", "log")
    for l_line in ("order-shelfmark mark marks k1 77", "letter-address letter letters bo 88", "isbn-number old olds 97801 42", "isbn-wish wish wishes 978-0 x1", "book-unknown book books b1 91", "reader-unknown reader readers r1 92",
                 "sort-year years oldest x y", "cover-404 cover covers c1 901", "photo-404 photo photos p1 902", "union-slow union union rain 1984", "city-slow city cities main 42", "loan-refused loan loans 1 2", "sms-refused sms sms_all 1 2",
                 "book-open open opens a b1", "file-open file files a b1", "copy-twice copy copies C1 C2", "card-twice card cards N1 N2", "fine-nobody fine fines a b", "topic-cycle depth depths x x", "share-week week weeks x x", "share-month month months x x",
                 "pages-left pages page_sum x x", "loan-line loan_report loan_mail t1 t2", "damage-line damage_report damage_mail t1 t2", "report-head no_loans no_damages x x"):
        cause, one, many, arg, other = l_line.split()
        add(cause, "", one, arg)
        add(cause, "data=1" if one == many or other not in ("x", "y") else "path=log", one, other, "log" if other in ("x", "y") and one != many else "")
        if one != many:
            add(cause, "caller=" + many, many, arg)
        add(cause, "path=thread", one, arg, "thread")
    add("union-slow", "wrap=JobFailed;caller=job", "union_job")
    for l_language in ("en", "de", "fr", "pl"):
        add("lent", "" if l_language == "en" else "language=" + l_language, "take", l_language)
    add("lent", "language=ja;caller=all", "take_all", "ja")
    add("quota", "", "lend", "kim|Rain|2026-12-01")
    add("quota", "data=1", "lend", "lea.martin@example.com|«Größe» \"42\"|1 Dec 2026 09:15")
    add("quota", "data=2", "lend", "7f3b1c52-1d7e-4a55-9e55-0b1f3d1c9a77|https://library.example.test/b/1?x=2|demain")
    add("quota", "data=3;caller=all", "lend_all", "特派員|l'été|10.0.0.7")
    add("marc-text", "", "marc", "<marc>")
    add("marc-text", "data=1", "marc", '{"245":')
    add("marc-text", "caller=all", "marcs", "größe 42")
    add("marc-field", "", "marc", '{"245":{}}')
    add("marc-field", "path=thread", "marc", '{"245":{"b":1}}', "thread")
    add("marc-field", "caller=all", "marcs", '{"245":{"a":1}}|{"245":{}}')
    for n in "025":
        add("class-missing", "" if n == "0" else "data=" + n, "walk", n)
    add("class-missing", "data=q;caller=all", "walks", "a/q 7")
    for l_name, arg in (("mean", "x"), ("due", "01.12.2026")):
        add("job-" + l_name, "", l_name, arg)
        add("job-" + l_name, "path=pool", l_name + "_pool", arg)
        add("job-" + l_name, "path=log", l_name, arg, "log")
    add("session-user", "", "label", session="s2")
    add("session-user", "caller=wish", "wish", session="s2")
    add("session-user", "caller=depth;path=log", "depth", "x", "log", "s2")


def before_send(event, hint):
    event.setdefault("tags", {})["y"] = truth["y"]
    event["transaction"] = "/" + truth["route"]
    return event


def answer(l_request):
    return app.handle(l_request)


def main():
    options = {"in_app_exclude": os.environ["EXCLUDE"].split(",")} if os.environ.get("EXCLUDE") else {}
    sentry_sdk.init(os.environ["DSN"], release=os.environ["RELEASE"], environment="production", server_name=os.environ["HOST_NAME"],
                    max_breadcrumbs=0, before_send=before_send, auto_session_tracking=False, **options)
    sys.setrecursionlimit(300)
    plan()
    for route, arg in (("copy", "C1"), ("copy", "C2"), ("card", "N1"), ("card", "N2")):
        app.handle({"route": route, "arg": arg})
    for cause, dims, route, arg, way, session in VISITS:
        l_request = {"route": route, "arg": arg, "session": session}
        truth["y"], truth["route"] = f"{cause}|{os.environ['Y_DIMS']};{dims}", route
        if way == "thread":
            l_thread = threading.Thread(target=answer, args=(l_request,))
            l_thread.start()
            l_thread.join()
        else:
            try:
                answer(l_request)
            except Exception as e:
                if way == "log":
                    log.exception("Answer to %s failed", route)
                else:
                    sentry_sdk.capture_exception(e)
        sentry_sdk.flush(5)
    # FAULT gate-late: the gate at the door answers late. Told without a stack.
    # FAULT gate-count: the gate counts people twice. Told without a stack.
    for cause, dims, text, values in (("gate-late", "", "Gate answered %s s late at %s", (4.2, "north")), ("gate-late", "data=1", "Gate answered %s s late at %s", (17, "south-2")),
                                      ("gate-count", "", "Gate counted %s people twice at %s", (4, "north")), ("gate-count", "data=1", "Gate counted %s people twice at %s", (17, "south-2"))):
        truth["y"], truth["route"] = f"{cause}|{os.environ['Y_DIMS']};{dims}", ""
        log.error(text, *values)
        sentry_sdk.flush(5)


logging.basicConfig(handlers=[logging.NullHandler()])
main()
