"""Open a file from a stranger as a picture, or refuse it with a reason."""

import io
import warnings
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps

# Decoders that we let near a stranger's bytes. (SVG is a program, TIFF and the rest are trouble.)
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
# Pillow only warns up to 178 million pixels: one PNG of half a megabyte then takes 700 MB.
MOST_PIXELS = 50_000_000
MOST_BYTES = 25 * 1024 * 1024
SMALLEST_SIDE = 8
# Twice the width of a page on a desktop, and a little: what any layout of ours can ever ask for.
WIDEST = 3840

# Others (palettes, sixteen bits) lose their colours when scaled as they are, as does a picture in
# which one colour stands for nothing.
_SCALABLE = {"L", "LA", "RGB", "RGBA", "CMYK"}


class Refused(Exception):
    """A file that we do not take as a picture; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def decode(file: BinaryIO) -> Image.Image:
    """The upright RGB picture in a file, without metadata; Refused for anything else.

    It is at most ``WIDEST`` pixels a side.
    """
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Refused("too_heavy")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                _check_size(picture)
                if picture.mode in _SCALABLE and "transparency" not in picture.info:
                    _shrink(picture)
                upright = _flattened(ImageOps.exif_transpose(picture))
    except Refused:
        raise
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise Refused("too_many_pixels") from error
    except Exception as error:  # decoders raise whatever they like; each is a refusal
        raise Refused("not_a_picture") from error
    _shrink(upright)
    return upright


def _check_size(picture: Image.Image) -> None:
    """From the header alone, before a pixel is decoded."""
    if picture.width * picture.height > MOST_PIXELS:
        raise Refused("too_many_pixels")
    if min(picture.size) < SMALLEST_SIDE:
        raise Refused("too_small")


def _shrink(picture: Image.Image) -> None:
    """To the widest that we keep, as early as can be: each copy of 50 megapixels takes 200 MB.

    The decoder of JPEG leaves out at once what would be scaled away, if it is told the size first.
    thumbnail() would tell it that of a square, which spares nothing.
    """
    share = WIDEST / max(picture.size)
    if share < 1:
        width, height = (max(1, int(side * share)) for side in picture.size)
        picture.draft(None, (width, height))
        picture.thumbnail((WIDEST, WIDEST), Image.Resampling.LANCZOS)


def _flattened(picture: Image.Image) -> Image.Image:
    """sRGB on white; a new image, so that nothing of the file but its pixels goes on."""
    if picture.mode.startswith("I"):
        # Sixteen bits a pixel: convert() would cut them off at white instead of scaling.
        picture = picture.point(lambda value: value / 256).convert("L")
    picture = _in_srgb(picture)
    layered = picture.convert("RGBA") if _has_alpha(picture) else picture.convert("RGB")
    flat = Image.new("RGB", layered.size, "white")
    flat.paste(layered, mask=layered.getchannel("A") if layered.mode == "RGBA" else None)
    return flat


def _in_srgb(picture: Image.Image) -> Image.Image:
    """The colours that the file's profile means; without a usable profile, as they are."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return picture
    kept = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        converted = ImageCms.profileToProfile(
            picture, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode=kept
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture  # a broken profile is no reason to refuse a photograph
    return converted or picture


def _has_alpha(picture: Image.Image) -> bool:
    return "A" in picture.getbands() or "transparency" in picture.info
