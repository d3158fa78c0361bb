"""Lighthouse on the demo newspaper, served as `make demo` serves it: three runs a page, the median.

Prints the four scores with LCP, CLS, TBT and bytes. Fails when accessibility, best practices or SEO
is below 100 on any page; performance is reported alone, since it depends on the machine. Lighthouse
comes from npm into var/lighthouse/ on first use.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
TOOL = ROOT / "var" / "lighthouse"
VERSION, RUNS, TRIES = "12.8.2", 3, 2
HELD = ("accessibility", "best-practices", "seo")
SCORES = ("performance", *HELD)
AUDITS = (
    "largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time",
    "total-byte-weight",
)  # fmt: skip
COLUMNS = ("perf", "a11y", "best", "seo", "LCP", "CLS", "TBT", "KB")
FLAGS = "--headless=new --no-sandbox --disable-dev-shm-usage"


def main() -> int:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not (chromium and shutil.which("npm")):
        print("Lighthouse needs a Chromium and npm: not measured.")
        return 0
    if not (TOOL / "node_modules" / "lighthouse").exists():
        asked = [
            "npm",
            "install",
            "--silent",
            "--no-save",
            "--prefix",
            TOOL,
            f"lighthouse@{VERSION}",
        ]
        subprocess.run(asked, check=True)
    with tempfile.TemporaryDirectory() as folder:
        address, server = serve(Path(folder))
        try:
            return report(address, {**os.environ, "CHROME_PATH": chromium})
        finally:
            server.terminate()
            server.wait()


def serve(folder: Path) -> tuple[str, subprocess.Popen]:
    """The demo in a folder of its own, on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{folder}/newsroom.sqlite3",
        "STORAGE_URL": f"file://{folder}/media",
        "SITE_URL": address,
        "DEMO_PASSWORD": "lighthouse-password",
    }
    for command in (["migrate", "-v0"], ["seed_demo"]):
        asked = [sys.executable, ROOT / "manage.py", *command]
        subprocess.run(asked, check=True, env=environment, stdout=subprocess.DEVNULL)
    granian = [Path(sys.executable).parent / "granian", "--interface", "wsgi", "--port", str(port)]
    server = subprocess.Popen(
        [*granian, "newsroom.wsgi:application"],
        env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    for _attempt in range(100):
        try:
            urllib.request.urlopen(f"{address}/health/live", timeout=1)  # noqa: S310 - our own
            break
        except OSError:
            time.sleep(0.2)
    return address, server


def pages(address: str) -> dict[str, str]:
    """One page of each kind that readers come to."""
    front = urllib.request.urlopen(f"{address}/").read().decode()  # noqa: S310 - our own
    story = front.split('href="/a/')[1].split('"')[0]
    return {
        "front": "/",
        "article": f"/a/{story}",
        "section": "/category/economy/",
        "opinion": "/category/opinion/",
        "latest": "/latest/",
        "follow": "/follow/",
    }


def run(url: str, environment: dict[str, str]) -> dict:
    """One run; a browser that did not start or answer in time is given a second try."""
    asked = [
        TOOL / "node_modules/.bin/lighthouse", url, "--quiet", "--output=json",
        f"--only-categories=performance,{','.join(HELD)}", f"--chrome-flags={FLAGS}",
    ]  # fmt: skip
    for _try in range(TRIES):
        answered = subprocess.run(asked, check=False, capture_output=True, env=environment)
        if answered.returncode == 0:
            return json.loads(answered.stdout)
    sys.exit(f"Lighthouse failed on {url}:\n{answered.stderr.decode()[-2_000:]}")


def report(address: str, environment: dict[str, str]) -> int:
    print(f"{'page':<9}" + "".join(f"{name:>9}" for name in COLUMNS))
    below: list[str] = []
    for kind, path in pages(address).items():
        runs = [run(f"{address}{path}", environment) for _run in range(RUNS)]
        scores = {name: median(score(one, name) for one in runs) for name in SCORES}
        figures = [median(one["audits"][name]["numericValue"] for one in runs) for name in AUDITS]
        lcp, cls, tbt, weight = figures
        shown = [f"{value:.0f}" for value in scores.values()]
        shown += [f"{lcp / 1000:.2f}s", f"{cls:.3f}", f"{tbt:.0f}ms", f"{weight / 1024:.0f}"]
        print(f"{kind:<9}" + "".join(f"{value:>9}" for value in shown))
        below += [f"{kind}: {', '.join(failing(runs[0], n))}" for n in HELD if scores[n] < 100]
    print(f"\nBelow 100: {'; '.join(below) or 'none'}.")
    return int(bool(below))


def score(one: dict, name: str) -> int:
    return round(one["categories"][name]["score"] * 100)


def failing(one: dict, name: str) -> list[str]:
    """The audits of a category that did not pass."""
    asked = (reference["id"] for reference in one["categories"][name]["auditRefs"])
    return [audit for audit in asked if one["audits"][audit].get("score") not in (None, 1)]


if __name__ == "__main__":
    sys.exit(main())
