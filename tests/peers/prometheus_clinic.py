"""
The Clinic's metrics for a real Prometheus: an hour of requests, told at once with their times. See prometheus.sh.
FOLDER/served.json holds each request: endpoint, minute, failed, milliseconds.
"""

import copy
import json
import math
import random
import subprocess
import struct
import sys
import threading
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

STEP, HOUR, NEW_RELEASE = 15, 3600, 1200  # seconds between two looks, in all, and of the new release
BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
USUAL = {"/agenda": 0.04, "/doctors": 0.08, "/bookings": 0.2}  # the median in seconds
SCHEMA = 3  # of native histograms: a bucket is 2^(1/8) times as wide as the one before
NAME = "http_request_duration_seconds"


class Series:
    """What one endpoint and answer count since the start of their process."""

    def __init__(self):
        self.classic, self.native, self.sum, self.count = [0] * (len(BOUNDS) + 1), {}, 0.0, 0

    def add(self, seconds):
        self.classic[next((i for i, b in enumerate(BOUNDS) if seconds <= b), len(BOUNDS))] += 1
        index = math.ceil(math.log2(seconds) * 2**SCHEMA)
        self.native[index] = self.native.get(index, 0) + 1
        self.sum += seconds
        self.count += 1


def hour_of_requests(end):
    """What a look every few seconds saw; the release is a restart, so that every counter begins anew. And each request."""
    chance, looks, served = random.Random(7), [], []
    for now in range(end - HOUR + STEP, end + STEP, STEP):
        if now in (end - HOUR + STEP, end - NEW_RELEASE + STEP):
            series = {(path, code): Series() for path in USUAL for code in ("200", "500")}
        for path, median in USUAL.items():
            slower = 3 if path == "/agenda" and now > end - NEW_RELEASE else 1
            for _ in range(chance.randint(15, 25)):
                seconds = chance.lognormvariate(0, 0.5) * median * slower
                failed = path == "/bookings" and chance.random() < 0.1
                series[path, "500" if failed else "200"].add(seconds)
                served.append((path, (now - 1) // 60 * 60, failed, seconds * 1000))
        looks.append((now * 1000, copy.deepcopy(series)))
    return looks, served


def labels(path, code):
    return {"method": "GET", "handler": path, "code": code}


def as_text(looks):
    lines = [f"# TYPE {NAME} histogram"]
    for at, series in looks:
        for (path, code), one in series.items():
            names, below = ",".join(f'{k}="{v}"' for k, v in labels(path, code).items()), 0
            for bound, count in zip([*map(str, BOUNDS), "+Inf"], one.classic):
                below += count
                lines.append(f'{NAME}_bucket{{{names},le="{bound}"}} {below} {at}')
            lines.append(f"{NAME}_sum{{{names}}} {one.sum} {at}")
            lines.append(f"{NAME}_count{{{names}}} {one.count} {at}")
    return ("\n".join(lines) + "\n").encode()


# Native histograms are told in protocol buffers alone (io.prometheus.client.MetricFamily).
def varint(n):
    n &= 2**64 - 1
    out = b""
    while n > 127:
        out, n = out + bytes([n & 127 | 128]), n >> 7
    return out + bytes([n])


def number(field, n):
    return varint(field << 3) + varint(n)


def signed(field, n):
    return number(field, n * 2 if n >= 0 else -n * 2 - 1)


def double(field, x):
    return varint(field << 3 | 1) + struct.pack("<d", x)


def part(field, content):
    content = content.encode() if isinstance(content, str) else content
    return varint(field << 3 | 2) + varint(len(content)) + content


def native(one):
    text = number(1, one.count) + double(2, one.sum) + signed(5, SCHEMA) + double(6, 1e-9) + number(7, 0)
    if not one.native:
        return text + part(12, signed(1, 0) + number(2, 0))
    first, last, before = min(one.native), max(one.native), 0
    text += part(12, signed(1, first) + number(2, last - first + 1))
    for index in range(first, last + 1):
        count = one.native.get(index, 0)
        text, before = text + signed(13, count - before), count
    return text


def as_protocol_buffer(looks):
    family = part(1, NAME) + number(3, 4)
    for at, series in looks:
        for key, one in series.items():
            pairs = b"".join(part(1, part(1, k) + part(2, v)) for k, v in labels(*key).items())
            family += part(4, pairs + part(7, native(one)) + number(6, at))
    return varint(len(family)) + family


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        self.send_response(200)
        protocol = "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited"
        self.send_header("Content-Type", protocol if kind == "native" else "text/plain; version=0.0.4")
        self.end_headers()
        self.wfile.write(metrics)


def answer(port, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as told:
        return json.load(told)


def has_all(port):
    """Whether the last step was read."""
    name = NAME if kind == "native" else NAME + "_count"
    try:
        told = answer(port, f"/api/v1/query?query=timestamp({name})&time={end}")["data"]["result"]
        return any(float(one["value"][1]) >= end for one in told)
    except OSError:
        return False


def free_port():
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as taken:
        return taken.server_port


folder, end, kind = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
looks, served = hour_of_requests(end)
metrics = (as_protocol_buffer if kind == "native" else as_text)(looks)
exporter = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=exporter.serve_forever, daemon=True).start()
folder.mkdir(parents=True, exist_ok=True)
(folder / "prometheus.yml").write_text(
    json.dumps(
        {
            "global": {"scrape_interval": "2s", "scrape_timeout": "2s"},
            "scrape_configs": [
                {"job_name": "clinic", "static_configs": [{"targets": [f"127.0.0.1:{exporter.server_port}"]}]}
            ],
        }
    )
)
port = free_port()
command = ["prometheus", f"--config.file={folder}/prometheus.yml", f"--storage.tsdb.path={folder}/data"]
command += [f"--web.listen-address=127.0.0.1:{port}", "--log.level=warn", "--enable-feature=native-histograms"]
prometheus = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr)
try:
    until = time.time() + 120
    while not has_all(port):
        if prometheus.poll() is not None or time.time() > until:
            sys.exit("Prometheus did not read the requests.")
        time.sleep(0.1)
    exporter.shutdown()
    (folder / "served.json").write_text(json.dumps(served))
    print(f"port {port}", flush=True)
    sys.stdin.read()
finally:
    prometheus.terminate()
    prometheus.wait()
