"""Run the benchmarks, or those named: ``benchmarks/run.py crawl``."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main(wanted: list[str]) -> int:
    known = sorted(path.stem for path in HERE.glob("[!_]*.py") if path.stem != "run")
    if unknown := set(wanted) - set(known):
        print(f"No such benchmark: {', '.join(sorted(unknown))}. There are: {', '.join(known)}.")
        return 2
    failed = 0
    for name in wanted or known:
        print(f"\n=== {name} ===\n", flush=True)
        failed |= subprocess.run([sys.executable, HERE / f"{name}.py"], check=False).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
