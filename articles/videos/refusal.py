"""Why a file is not taken."""


class VideoRefused(Exception):
    """A file that we do not take as a video or as captions; ``code`` says why.

    ``line`` is the line of a captions file at which the trouble begins, counted from one.
    """

    def __init__(self, code: str, line: int | None = None) -> None:
        super().__init__(code, line)
        self.code = code
        self.line = line
