"""docs/parity.md says of us what a test shows, and nothing else."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROWS = [
    [cell.strip() for cell in line.strip().strip("|").split("|")]
    for line in (ROOT / "docs" / "parity.md").read_text().splitlines()
    if line.startswith("| ") and not line.startswith("| Capability")
]
SHOWN = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def test_there_are_rows_and_each_is_whole():
    assert len(ROWS) > 20
    assert {len(row) for row in ROWS} == {8}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_we_claim_names_a_test_that_is_there(row):
    claim = re.match(r"\*\*(yes|part|no)\*\*", row[6])
    assert claim, "our cell begins with yes, part or no"
    if claim[1] == "no":
        assert not row[7]
        return
    shown = SHOWN.fullmatch(row[7])
    assert shown, "a claim names its test"
    tree = ast.parse((ROOT / shown[1]).read_text())
    assert shown[2] in {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}
