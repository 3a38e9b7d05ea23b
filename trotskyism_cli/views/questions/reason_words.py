"""Recognise that a sentence gives a reason, by its words."""

from collections.abc import Callable, Iterable

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.words.spelling import Term
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.views.questions.direct import is_said

OF_REASON = "because"  # among the words of relations that give a reason
BECAUSE = " because "  # what stands before it is explained by what stands behind it

# These give a reason in nearly any sentence.
_SURE = (
    r"because|owing to|due to|so that|turned on|explanation|reasons?|forced|compelled|drove|convinced"
    r"|moved (?!to\b|into\b|from\b|by [A-Z])|in (?:his|her|their) view|in protest (?:against|at)"
    r"|on (?:(?:the )?(?:\w+ )?charges? of|(?:false|invented|trumped-up) charges)"
)
_AFTER = r", after [^,.;]+ had\b"
# Words for a hindrance, a fear or a force give one too.
_PRESSED = (
    r"(?:been|was|were) (?:deceived|misled)"
    r"|[Uu]nder (?:\w+ )?pressure|[Uu]nder the impression|[Aa]larmed by|too [a-z]+|trusting"
    r"|[Ww]hen (?:s?he|it|they) (?:would|could|did) not|rather than|for fear|feared"
    r"|(?:broke|declined|left|refused|resigned|withdrew)\b[^.;]*, (?:saying|writing) that"
    r"|collapsed\b[^.;]*, when"
    r"|(?:brought|sent) [^.;]* (?:into|onto) the|at the demand|could not"
)
_GIVES = lazy_regex(rf"\b(?:{_SURE}|since (?!\d|[A-Z]|then|the\b)|in order to|{_PRESSED})\b|{_AFTER}")
# What moved somebody, his purpose, or what two parted over: a reason only if the question asks for one.
_WHAT_FOR = (
    r"collapsed when|through (?![A-Z]|the\b)|over|rejected|refused|alternative to"
    r"|for (?:[A-Z]\w+ism|their|his|her|its|fear|want|lack|\w+ing)\b"
    r"|(?<!ceased )(?<!came )(?<!began )to (?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z]+"
)
_MAY_GIVE = lazy_regex(rf"\b(?:{_SURE}|since (?!\d|[A-Z]|then)|in order|{_WHAT_FOR})|{_AFTER}")
_AFTER_CLAUSE = lazy_regex(rf"{_AFTER}[^,.;]*")  # tells the cause, not the effect
_CLAUSES = lazy_regex(r"(?<!\b[A-Z])[.;] ")  # an initial ends no clause
_DATING = lazy_regex(
    r"\bdate (?:it|its beginning) (?:from|to)\b"
    r"|\b(?:is|are) (?:called|celebrated|dated|kept|marked|named)\b[^.;]* because\b"
)
_ORDERED = lazy_regex(r"\b(?:asked|called|invited|ordered|told|urged)\b[^,.;:]* to [a-z]+")  # no reason, but an order


def gives_reason(text: str) -> bool:
    """True if a sentence contains words that are almost sure to give a reason."""
    return bool(_GIVES.search(text))


def is_explained(ideas: Iterable[Term], text: str) -> bool:
    """True if a sentence explains what is asked, rather than using it to explain something else."""
    explained, because, _ = text.partition(BECAUSE)
    main = _AFTER_CLAUSE.sub("", explained)
    asked = [term for term in ideas if not term.word.isdecimal()]  # a year may stand in both parts
    words = plain(main).split()
    return not ((because or main != text) and asked) or any(is_said(term, words) for term in asked)


def may_give_reason(text: str) -> bool:
    """True if a text contains words that may give a reason."""
    return bool(_MAY_GIVE.search(_ORDERED.sub("", text)))


def gives_reason_of(text: str, is_of_it: Callable[[str], bool]) -> bool:
    """True if a text surely gives a reason, or may give one in a clause for which `is_of_it` holds.

    If `is_of_it` holds for no clause, the first one is tried.
    """
    clauses = _CLAUSES.split(text)
    of_it = [clause for clause in clauses if is_of_it(clause)] or clauses[:1]
    return gives_reason(text) or any(map(may_give_reason, of_it))


def only_dates(text: str) -> bool:
    """True if a sentence only says from when something is dated, or why it is kept or called so."""
    return bool(_DATING.search(text))
