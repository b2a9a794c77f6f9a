"""Radicale on a free port of 127.0.0.1. See radicale.sh."""

import sys
import threading
from wsgiref.simple_server import WSGIRequestHandler, make_server

from radicale import Application, config


class Quiet(WSGIRequestHandler):
    def log_message(self, format, *args):
        pass


settings = config.load()
settings.update(
    {
        "auth": {"type": "none"},
        "storage": {"filesystem_folder": sys.argv[1]},
        "logging": {"level": "error"},
    },
    "test",
)
server = make_server("127.0.0.1", 0, Application(settings), handler_class=Quiet)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"port {server.server_port}", flush=True)
sys.stdin.read()
server.shutdown()
