"""Decide whether the beginning of a sentence can stand alone: a whole clause, as true as the sentence."""

from itertools import pairwise

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.views.wording.holders import claim_in, drops_holder, is_holder, tells_view
from trotskyism_cli.views.wording.verbs import (
    ANY_VERB,
    BOTH,
    PARTS,
    RELATIVE,
    STOP,
    VERB,
    begins_with_verb,
    is_participle,
    is_sentence,
    tells,
)

FEW = 3  # most words of an aside after which the clause probably goes on
_NO_END = frozenset(
    "a about after against all although among an and are around as at be because been before beside between but by can "
    "could did does either first for former from had has have her his how if in including into is its last later like "
    "most must neither nor not of on only or our over own since so some such than that the their then these this those "
    "through to under unless until upon was were what when where whereas whether which while who whom whose why will "
    "with within without would yet".split()
)
_OWNER = lazy_regex(r"(?:['’]s|s['’])$")  # needs what is owned
_ALONE = lazy_regex(r", (?:[a-z]+ly )?(?:(?:an?|the|some|soon) )?[\w-]+$")  # a single word after a comma
# Endings that say too little without what follows; and the first half of a pair.
_UNFINISHED = lazy_regex(
    r"\b(?:day|man|men|one|people|place|countries|time|year|sort|kind|part|set out|reverse|opposite|way round|following"
    r"|made|makes|found|finds|sees|saw|puts?|took|takes|gave|gives|called|named|said|says?|told|asked|argued|wrote|thought|held|judged|reported"
    r"|declared|explained|shows|showed|wished|wanted|tried|seemed|became|becomes|means?|meant|carried|began|begins|ended|ends"
    r"|arose|appeared|made of (?:it|them)|came|comes|lasted|lasts|died|met|born|elected|founded|started|happened)$"
    r"|^(?:First an?|Either|Neither|Not only) [^;:]*$|\b(?:between|both) (?:(?! and )[^,;:])*$"
)
_CONTRAST = r"(?:and |or )?(?:but|yet|though|although|whereas|while|not|no|never|rather|only|instead|nor|even)\b"
# What the words before need: the other side, a condition, the object of a verb.
_NEEDED = lazy_regex(
    rf"[,;]? {_CONTRAST}|[^;:]*, {_CONTRAST}(?! only)|, [^,;:]+, (?:of|as) "
    r"|, [^;:]*, (?:out|off|up|away|back|down|into) "
    r"|,? (?:unless|if|except|provided|lest|without|or|than|as|so (?:long|far)|in order)\b"
    r"|,? (?:of|to|into|onto|upon) (?!whom\b|which\b)"
    rf"| that (?!{VERB}|{BOTH} |[a-z]+[^s]s )"
    r"| (?:about|after|at|before|by|during|for|from|in|on|since|under|until|with) (?!which|whom|whose)[^,;:]*? "
    r"(?:that|as|to [a-z]+|whether|how|why) "
)
_REASON = lazy_regex(r",? (?:because|since|so that)\b")  # belongs to the claim in a view
_WHEN = r" (?:from|until|in|before|after|between|since|about) (?:(?:the )?\w+ )?(?:of )?\d{4}s?(?:[–-]\d+)?"
_WHEN_TO = rf"{_WHEN}(?: (?:and|or|to|until) (?:\w+ )?\d{{4}}| onwards)?"
# A time can be left off only together with all that belongs to it.
_TIME, _TIME_ALONE = lazy_regex(_WHEN), lazy_regex(rf"{_WHEN_TO}(?:$|[,;:]| (?:\w+ wh\w+|who|where|when)\b)")
_OF_WHICH = lazy_regex(r"(?:\w+ ){0,2}(?:that|who|whom|whose|which|where|when)\b")
_TWICE = lazy_regex(rf"\b{VERB} (?:(?!and\b|or\b|that\b|wh)\S+ )+?{VERB}")  # in a relative clause and after it
# A subject that a verb must follow: with an article or an owner, or a name.
_DEFINITE = lazy_regex(r"The |[^,;:]*['’]s? |(?:[A-ZÀ-Ž][\w.’'-]*(?: and| of)?(?: |(?=,|$)))+(?=\(|,|$)")
_FRONT = lazy_regex(
    r"(?:When|While|If|As|After|Before|Until|Although|Though|Since|In|On|At|By|For|From|Between|During|Under|With"
    r"|Without|Against|To|Of|Among|Like|Unlike|Because)\b"
)
_ENDS_IN_VERB = lazy_regex(rf"\b{BOTH}$")
_MAYBE_MAIN = lazy_regex(r"(?:As|After|Before|Until|Since|Once)\b")
# Another item of a list: after an aside about the last one, at once, or two of them.
_LISTED = lazy_regex(
    r", (?:[^;:]*?, )?(?:and|or) (?P<item>[^,;:]*)|, (?:an?|the) [^,;:]* and (?=an? |the |[A-Z])(?P<last>[^,;:]*)"
    r"(?=$|;)"
)
_CLAUSE = lazy_regex(r"^.*\b(?:who|whom|which|where|when|that|because|while) (?P<told>.*)")
_CALLED = lazy_regex(
    r"\b(?:calls?|called|considers?|considered|declared|elected|made|named|nominated|proclaimed|proposed|thought)\b"
)
_WHAT = lazy_regex(r"(?:, [^,;:]+)?, (?:an?|as|for|the) |, (?:which|who) ")


def hangs(text: str) -> bool:
    """Return whether a text ends with a word that needs another: "of", "which", "those", "Lenin's"."""
    last = text.rpartition(" ")[2].strip(",;:")
    return last.lower() in _NO_END or bool(_OWNER.search(last))


def ends_whole(kept: str) -> bool:
    """Return whether a text ends where one may stop: outside brackets, after a word that needs no other."""
    is_open = kept.count("(") > kept.count(")") or kept.count("“") > kept.count("”")
    return not (is_open or hangs(kept) or _ALONE.search(kept) or _UNFINISHED.search(kept))


def stands_alone(kept: str, left: str) -> bool:
    """Return whether the beginning of a sentence is whole, and as true as the sentence, without the rest."""
    if not left.strip(" ."):
        return True
    if not ends_whole(kept) or _NEEDED.match(left) or (_REASON.match(left) and tells_view(kept)):
        return False
    is_torn = bool(_TIME.match(left)) and not _TIME_ALONE.match(left)
    return not (is_torn or drops_holder(left) or _goes_on(kept, left) or _lacks_its_verb(kept, left))


def _goes_on(kept: str, left: str) -> bool:
    """Return whether the beginning ends inside a clause: in an aside of it, or in a list."""
    *before, last = PARTS.split(kept)
    if left.startswith(" "):
        shares_its_noun = left.startswith(" and ") and bool(
            _ENDS_IN_VERB.search(kept)
        )  # `organised and led the rising`
        return shares_its_noun or (bool(before) and is_participle(last) and ", " in left)
    if not left.startswith(", "):
        return left.startswith(": ") and bool(before and RELATIVE.match(last))
    clause = _CLAUSE.match(last)
    if _lists_on(left, has_aside=bool(before)) or (clause and not ANY_VERB.search(clause["told"])):
        return True
    if _CALLED.search(kept) and _WHAT.match(left):
        return True
    is_short = len(last.split()) <= FEW and " and " not in last and not tells(last)
    return bool(before) and (is_short or hangs(before[-1]) or is_holder(last))


def _lists_on(left: str, *, has_aside: bool) -> bool:
    """Return whether the rest has a further item of a list; one at once only if an aside stands before it."""
    listed = _LISTED.match(left)
    if not listed or (left.startswith((", and ", ", or ")) and not has_aside):
        return False
    item = listed["item"] or listed["last"] or ""
    return bool(item) and not ANY_VERB.search(item) and not RELATIVE.match(item)


def _lacks_its_verb(kept: str, left: str) -> bool:
    """Return whether the verb of a clause that begins in `kept` stands in `left`."""
    parts = PARTS.split(kept)
    is_told_later = left[0] not in ";:" and _tells_of(left, is_definite=bool(_DEFINITE.match(kept)))
    if not is_sentence(kept):
        is_resumed = len(parts) > 1 and left.startswith(", ") and begins_with_verb(left[2:])
        return is_resumed or is_told_later or bool(_FRONT.match(kept))
    if parts == [kept] and left.startswith(", ") and _MAYBE_MAIN.match(kept) and tells(PARTS.split(left[2:])[0]):
        return True  # `After the tsar had abdicated`
    begun, claim = STOP.split(kept)[-1], claim_in(kept)
    if (begun != kept and not is_sentence(begun)) or (claim and not ANY_VERB.search(claim)):
        return True  # only the subject of a second clause, or of a claim
    return parts[-1].startswith(("and ", "but ", "yet ", "so ")) and not ANY_VERB.search(parts[-1]) and is_told_later


def _tells_of(left: str, *, is_definite: bool) -> bool:
    """Return whether the rest has a main verb for the subject before it, which may be `definite`."""
    parts = PARTS.split(STOP.split(left)[0].lstrip(", "))
    pairs = pairwise(parts)
    if any(begins_with_verb(part) and (is_definite or RELATIVE.match(aside)) for aside, part in pairs):
        return True
    if left.startswith(" ") and _TWICE.search(parts[0]):
        return True
    return (is_definite or not _OF_WHICH.match(parts[0])) and any(map(tells, parts))
