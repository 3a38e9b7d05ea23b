"""Numeric answers with a tolerance, as a pack accepts them: the number, then the range around it."""

import re
from decimal import Decimal, InvalidOperation

from trotskyism_cli.imports.foreign import Unfit

LONGEST = 30  # digits
PLUS_MINUS = r"(?:±|\+/[-−]|\+[-−])"  # a pattern
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2},[0-9]{3}")  # thousands in English, a decimal fraction elsewhere


def numbers_accepted(number: str = "", tolerance: str = "0", *, low: str = "", high: str = "") -> tuple[str, ...]:
    """The accepted answers for a number with a tolerance, or for a range; Unfit if it is not a number."""
    if low or high:
        first, last = _decimal(low), _decimal(high)
        if first > last:
            raise Unfit(f"the range from {plain(first)} to {plain(last)} ends before it begins", "exchange its ends")
        return (plain(first),) if first == last else (f"{plain(first)}..{plain(last)}",)
    middle, off = _decimal(number), abs(_decimal(tolerance))
    first, last = middle - off, middle + off
    if first == last:
        return (plain(middle),)
    return plain(middle), f"{plain(first)}..{plain(last)}"


def _decimal(text: str) -> Decimal:
    bare = text.strip().replace("−", "-")
    if _THOUSANDS.fullmatch(bare):
        raise Unfit(f"“{bare}” may be {bare.replace(',', '')} or {bare.replace(',', '.')}", "write it without a comma")
    if "," in bare and "." not in bare:
        bare = bare.replace(",", ".")
    try:
        value = Decimal(bare)
    except InvalidOperation:
        raise Unfit(f"“{text.strip()}” is not a number", "write it in figures, as 3.14") from None
    if not value.is_finite() or abs(value.adjusted()) > LONGEST or len(value.as_tuple().digits) > LONGEST:
        raise Unfit(f"the number “{text.strip()[:40]}” is too long", "write it in fewer figures")
    return value


def plain(value: Decimal) -> str:
    """The number without exponent or trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
