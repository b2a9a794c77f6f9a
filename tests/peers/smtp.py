"""aiosmtpd on a free port of 127.0.0.1; refuses nobody@ for ever and later@ for now. See smtp.sh."""

import sys

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox


class Sink(Mailbox):
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 5.1.1 no such mailbox"
        if address.startswith("later@"):
            return "451 4.3.0 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"


class FreePort(Controller):
    def _trigger_server(self):
        # The controller would connect to port 0 to see whether it lives.
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


sink = FreePort(Sink(sys.argv[1]), hostname="127.0.0.1", port=0)
sink.start()
print(f"port {sink.port}", flush=True)
sys.stdin.read()
sink.stop()
