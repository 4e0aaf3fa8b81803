#!/usr/bin/env python3
"""How long a newcomer waits: from a fresh clone with an empty Maven repository, and from programs already built, to a page
with seven temperatures and at least 20 complete stories at each, for three metrics.

    benchmarks/start-times.py [cold|warm|both]

Clones this checkout's HEAD into a temporary folder, keeps Maven's downloads there as well, and removes all of it. Prints a
line a start: seconds until the page answers, until 20 stories a temperature have a score, until 20 complete ones (not cut
by the bound on tokens) have, and the resident memory of the JVMs then. Nothing else should run meanwhile.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

METRICS = ("reference_perplexity", "exemplar_similarity", "edit_distance")
TEMPERATURES = 7
LEAST = 20
PATIENCE_S = 1200


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def answers(port):
    url = f"http://127.0.0.1:{port}/api/correlations?source=sweep&window=all"
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return json.load(response)
    except (urllib.error.URLError, OSError, ValueError):
        return None


def least(series, field):
    """The least count of a temperature over the three metrics; 0 while one is missing."""
    cells = {one["metric"]: one["cells"] for one in series if one["metric"] in METRICS}
    if len(cells) < len(METRICS) or any(len(one) < TEMPERATURES for one in cells.values()):
        return 0
    return min(cell[field] for one in cells.values() for cell in one)


def resident_mb(data):
    with open(os.path.join(data, "run.json"), encoding="utf-8") as file:
        pids = {title: entry["pid"] for title, entry in json.load(file).items() if title != "launcher"}
    sizes = {}
    for title, pid in pids.items():
        with open(f"/proc/{pid}/status", encoding="utf-8") as status:
            sizes[title] = next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS:"))
    return sizes


def measure(title, checkout, data, environment):
    ports = free_ports(5)
    names = ("PORT", "GENERATOR_PORT", "SCORER_PORT", "BROKER_PORT", "CONTROLLER_PORT")
    environment = dict(environment, MUSEMETER_DATA=data, **{f"MUSEMETER_{n}": str(p) for n, p in zip(names, ports)})
    started = time.monotonic()
    with open(data + ".log", "wb") as log:
        up = subprocess.Popen([os.path.join(checkout, "musemeter"), "up"], env=environment, stdout=log, stderr=log)
    reached = {}
    try:
        while "complete" not in reached and time.monotonic() - started < PATIENCE_S:
            if up.poll() is not None:
                sys.exit(f"{title}: the system stopped; its output is in {data}.log")
            series = answers(ports[0])
            now = round(time.monotonic() - started)
            if series is not None:
                reached.setdefault("page", now)
                if least(series, "scored") >= LEAST:
                    reached.setdefault("scored", now)
                if least(series, "n") >= LEAST:
                    reached.setdefault("complete", now)
            time.sleep(0.5)
        memory = resident_mb(data)
        print(
            f"{title}: page {reached.get('page')} s, {LEAST} stories a temperature {reached.get('scored')} s, "
            f"{LEAST} complete ones {reached.get('complete')} s; resident "
            + ", ".join(f"{name} {size} MB" for name, size in sorted(memory.items()))
            + f", together {sum(memory.values())} MB",
            flush=True,
        )
    finally:
        up.send_signal(signal.SIGTERM)
        up.wait(timeout=120)


def main():
    wanted = sys.argv[1] if len(sys.argv) > 1 else "both"
    if wanted not in ("cold", "warm", "both"):
        sys.exit(__doc__)
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    with tempfile.TemporaryDirectory(prefix="musemeter-start-") as folder:
        checkout = os.path.join(folder, "checkout")
        subprocess.run(["git", "clone", "-q", root, checkout], check=True)
        environment = dict(os.environ, MAVEN_OPTS=f"-Dmaven.repo.local={folder}/maven")
        if wanted == "warm":
            subprocess.run([os.path.join(checkout, "musemeter"), "--version"], env=environment, check=True)
        else:
            measure("cold", checkout, os.path.join(folder, "cold"), environment)
        if wanted != "cold":
            measure("warm", checkout, os.path.join(folder, "warm"), environment)


if __name__ == "__main__":
    main()
