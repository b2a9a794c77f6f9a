"""Decorators and calls of others: what goes wrong inside goes on as it is."""
import functools
import json
import socket
import urllib.error
import urllib.request
from contextlib import contextmanager

from library.kit import failures


def retrying(times):
    def decorate(function):
        @functools.wraps(function)
        def attempt(*args, **kwargs):
            # @PAD@
            for l_left in range(times, 0, -1):
                try:
                    return function(*args, **kwargs)
                except OSError:
                    if l_left == 1:
                        raise
        return attempt
    return decorate


def noted(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        l_result = function(*args, **kwargs)
        # @PAD@
        return l_result
    return inner


@contextmanager
def section(name):
    # @PAD@
    l_name = name
    yield l_name


OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def call(url, wait=5):
    # @PAD@
    with OPENER.open(url, timeout=wait) as l_answer:
        return json.load(l_answer)


def call_or_down(url, wait):
    try:
        return call(url, wait)
    except (socket.timeout, urllib.error.URLError) as l_cause:
        # @PAD@
        raise failures.down() from l_cause
