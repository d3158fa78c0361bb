"""Tables as screen readers need them: a head, and heading cells that say what they head."""

import re

_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[hd])\b")
_HEADING_CELL = re.compile(r"<th(?![^>]* scope=)(?=[ >])")
_OPENING_CELL = re.compile(rf"\A\s*{_HEADING_CELL.pattern}")
_CAPTION = re.compile(r"<caption>(.*?)</caption>", re.DOTALL)


def headed(table: str) -> str:
    """A clean table whose first row, where it heads columns, is its head; heads know their scope.

    The body editor knows no thead: it writes heading cells into the first row.
    """
    first = _ROW.search(table)
    if first and "<thead>" not in table and _heads_columns(first[1]):
        before, after = table[: first.start()].replace("<tbody>", ""), table[first.end() :]
        table = f"{before}<thead>{first[0]}</thead><tbody>{after}".replace("<tbody></tbody>", "")
    head, end, rest = table.rpartition("</thead>")
    return _HEADING_CELL.sub('<th scope="col"', head) + end + _ROW.sub(_headed_row, rest)


def caption(table: str) -> str:
    """The caption's markup; empty without one."""
    found = _CAPTION.search(table)
    return found[1] if found else ""


def _heads_columns(row: str) -> bool:
    """Heading cells alone; the corner above the heads of rows may be an ordinary cell."""
    cells = _CELL.findall(row)
    return set(cells[1:] or cells) == {"th"}


def _headed_row(row: re.Match[str]) -> str:
    cells = _OPENING_CELL.sub('<th scope="row"', row[1])
    return f"<tr>{cells}</tr>"
