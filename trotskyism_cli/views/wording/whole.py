"""Whether the beginning of a sentence can stand alone: a whole clause, as true as all of it."""

from trotskyism_cli.pack.lazy_regex import lazy_regex

FEW = 3  # words of an aside behind which the sentence goes on
_NO_END = frozenset(
    "a about after against all although among an and are around as at be because been before beside between but by can "
    "could did does either first for former from had has have her his how if in including into is its last later like "
    "most must neither nor not of on only or our over own since so some such than that the their then these this those "
    "through to under unless until upon was were what when where whereas whether which while who whom whose why will "
    "with within without would yet".split()
)
_OWNER = lazy_regex(r"(?:['’]s|s['’])$")  # of what is named next
_ALONE = lazy_regex(r", (?:[a-z]+ly )?(?:(?:an?|the|some|soon) )?[\w-]+$")  # one word behind a comma
# Words that say too little without what follows; and a pair of which there is only the first.
_UNFINISHED = lazy_regex(
    r"\b(?:day|man|men|one|people|place|time|year|sort|kind|part|set out|reverse|opposite|way round|following|party"
    r" in which|made|makes?|put|puts|took|takes|gave|gives|called|named|said|says?|told|asked|argued|wrote|thought|held"
    r"|judged|reported|declared|explained|showed|shows|wished|wanted|tried|seemed|became|becomes|means?|meant|carried"
    r"|began|begins|ended|ends|arose|appeared|came|comes|lasted|lasts|died|met|born|started|happened)$"
    r"|^(?:First an?|Either|Neither|Not only) [^;:]*$|\b(?:between|both) (?:(?! and )[^,;:])*$"
)
_CONTRAST = r"(?:and |or )?(?:but|yet|though|although|whereas|while|not|no|never|rather|only|instead|nor|even)\b"
_REASON = lazy_regex(r",? (?:because|since|so that)\b")  # part of what is held, if that is what is told
_WHEN = r" (?:from|until|in|before|after|between|since|about) (?:(?:the )?\w+ )?(?:of )?\d{4}s?(?:[–-]\d+)?"
_AGAIN = r"(?: (?:and|or|to|until) (?:\w+ )?\d{4}| onwards)?"
_TIME, _TIME_ALONE = (
    lazy_regex(_WHEN),
    lazy_regex(rf"{_WHEN}{_AGAIN}(?:$|[,;:]| (?:[a-z]+ which|[a-z]+ whom|who|where|when)\b)"),
)
# Whose claim it is: without its holder it would be the book's own.
_HOLDS = (
    r"(?:add|admit|affirm|argue|assert|believe|charge|claim|complain|conclude|concede|declare|deny|denie|estimate|expect"
    r"|explain|fear|find|found|go on|goes on|had it|has it|held|hold|hope|insist|judge|maintain|note|object|put it|puts"
    r" it|recall|replie|reply|report|said|say|stress|suppose|tell|think|thought|told|warn|went on|write|wrote)(?:s|d|ed)?"
)
_NAME = r"[A-ZÀ-Ž][\w’'.-]*(?: (?:(?:de|van|von|of|and) )?[A-ZÀ-Ž][\w’'.-]*){0,3}"
_SOMEBODY = rf"(?:he|she|it|they|some|many|others|critics|(?:the|his|her|their|its) [\w’' -]{{2,40}}?|{_NAME})"
_SAYS = rf"{_SOMEBODY} (?:(?:has|had|once|himself|herself|later|also) )*{_HOLDS}(?! that\b)(?: (?:in|at|on|of|to|later)\b[^,;:]*)?"
_HOLDER = lazy_regex(
    rf", (?:as |so )?{_SAYS}(?=[,;:]|$)|, (?:said|says|wrote|writes|held|holds|thought) {_SOMEBODY}"
    r"|\baccording to\b|\bby (?:his|her|its|their|one|the|some|[\w’' ]+['’]s?) (?:own )?(?:account|count|reckoning|figures)\b"
    r"|\bin (?:his|her|its|their|this|[\w’' ]+['’]s?) (?:own )?(?:account|view|words|opinion|theory|eyes|judg[e]?ment"
    r"|reading|definition|argument|terms|picture|vocabulary|usage)\b"
    rf"|,? for (?:him|her|them|{_NAME})(?=,|;|$)|\b(?:allegedly|supposedly|reportedly|perhaps|probably|possibly)\b"
    r"|^,? (?:is|was|are|were) (?:disputed|contested|denied|alleged|a charge|held|said)\b"
)
_VIEW = lazy_regex(rf"\b{_HOLDS}\b[^,;:]* that\b|\b[Ff]or (?:him|her|them|{_NAME}) ")
_ONLY_HOLDER = lazy_regex(rf"(?:as |so )?{_SAYS}$")
_PREPOSITION = r"(?:about|across|after|against|among|as|at|away|back|before|beside|between|by|down|during|for|from|in|into|of|off|on|out|over|since|through|to|under|until|up|upon|with|within|without|and|or)\b"
_BOTH = (  # verbs with one form for the past and the participle
    r"(?:led|won|left|lost|held|made|met|sent|set|put|shot|struck|found|brought|built|bought|sought|told|kept|split|cut"
    r"|let|read|hit|spent|sold|paid|hid|caught|taught|fought|laid|(?!(?:[Uu]nited|[Rr]ed|hundred)\b)[\w-]{2,}ed)"
)
# A verb of which it is plain that it is no participle.
_VERB = (
    r"(?:was|were|is|are|had|has|did|does|do|wrote|writes|says|took|takes|broke|fell|holds|became|began|gave|gives|makes"
    r"|stood|stands?|drew|went|goes|came|comes|saw|sees|knew|spoke|speaks|lay|lies|fled|grew|threw|overthrew|withdrew"
    r"|swore|tore|undertook|rose|ran|runs|drove|chose|bore|sat|can|could|will|would|may|might|must|shall|should|forbade"
    r"|died|wants?|asks|calls|names|means|denies|looks|leads|follows|opens|ends|begins|rests|appears?|explains?|blames?"
    rf"|hangs|bears?|agreed|appeared|existed|lived|worked|remained|happened"
    rf"|(?!(?:elected|called|named|appointed|renamed)\b){_BOTH} (?!{_PREPOSITION}))"
)
# What the words before need: the other side, a reason, a condition, the object of a verb.
_NEEDED = lazy_regex(
    rf"[,;]? {_CONTRAST}|[^;:]*, {_CONTRAST}(?! only)"
    r"|,? (?:unless|if|except|provided|lest|without|or|than|as|so (?:long|far)|in order)\b"
    r"|,? (?:of|to|into|onto|upon) (?!whom\b|which\b)"
    rf"| that (?!{_VERB}|{_BOTH} |[a-z]+[^s]s )"
    r"| (?:about|after|at|before|by|during|for|from|in|on|since|under|until|with) (?!which|whom|whose)[^,;:]*? "
    r"(?:that|as|to [a-z]+|whether|how|why) "
)
_SURE, _ANY = lazy_regex(rf"\b{_VERB}"), lazy_regex(rf"\b(?:{_VERB}|{_BOTH})\b")
_RELATIVE = lazy_regex(r"\b(?:who|whom|whose|which|where|when|that|what|while|as|because|until|before|after)\b.*")
_OF_WHICH = lazy_regex(r"(?:\w+ ){0,2}(?:who|whom|whose|which|where|when)\b")
_TWICE = lazy_regex(rf"\b{_VERB} (?:(?!and\b|or\b|that\b|wh)\S+ )+?{_VERB}")  # of a relative clause, and behind it
_ADVERBS = r"(?:[a-z]+ly |once |first |then |later |now |also |already |at once |himself |itself )*"
_PARTICIPLE = lazy_regex(
    rf"{_ADVERBS}(?:{_BOTH}|[\w-]+ing|known|born|taken|given|written|drawn|chosen|beaten|driven)\b"
)
_BEGINS = lazy_regex(rf"{_ADVERBS}(?:{_VERB}|{_BOTH})\b")
# What it is plain that a verb follows: what has an article or an owner, or is a name.
_DEFINITE = lazy_regex(r"The |[^,;:]*['’]s? |(?:[A-ZÀ-Ž][\w.’'-]*(?: and| of)?(?: |(?=,|$)))+(?=\(|,|$)")
_NO_MAIN = lazy_regex(
    r"(?:When|While|If|Although|Though|Because|Whether|with|without|for|as|after|before|when|while|if"
    r"|until|since|because|although|though)\b"
)
_PARTS, _STOP = lazy_regex(r"[,;:] "), lazy_regex(r"[;:] ")
_FRONT = lazy_regex(
    r"(?:When|While|If|As|After|Before|Until|Although|Though|Since|In|On|At|By|For|From|Between|During|Under|With"
    r"|Without|Against|To|Of|Among|Like|Unlike|Because)\b"
)
_LISTED = lazy_regex(r", [^;:]*?, (?:and|or) (?P<item>[^,;:]*)")  # behind an aside of the last item one more
_CALLED = lazy_regex(r"\b(?:called|considered|declared|elected|made|named|nominated|proclaimed|proposed|thought)\b")
_WHAT = lazy_regex(r", (?:an?|as|for|the) ")


_MAYBE_MAIN = lazy_regex(r"(?:As|After|Before|Until|Since|Once)\b")


def hangs(text: str) -> bool:
    """Whether a text ends with a word that needs another after it: `of`, `which`, `those`, `Lenin's`."""
    last = text.rpartition(" ")[2].strip(",;:")
    return last.lower() in _NO_END or bool(_OWNER.search(last))


def stands_alone(kept: str, left: str) -> bool:
    """Whether the beginning of a sentence is whole, and as true as all of it, if the rest is left off."""
    if not left.strip(" ."):
        return True
    if not ends_whole(kept) or _NEEDED.match(left) or (_REASON.match(left) and _VIEW.search(kept)):
        return False
    is_torn = bool(_TIME.match(left)) and not _TIME_ALONE.match(left)  # the time from what it is the time of
    return not (is_torn or drops_holder(left) or _goes_on(kept, left) or _lacks_its_verb(kept, left))


def ends_whole(kept: str) -> bool:
    """Whether a text ends where one may stop: within no brackets, and behind no word that needs another."""
    is_open = kept.count("(") > kept.count(")") or kept.count("“") > kept.count("”")
    return not (is_open or hangs(kept) or _ALONE.search(kept) or _UNFINISHED.search(kept))


def drops_holder(left: str) -> bool:
    """Whether the rest names who holds what is said before it."""
    own = "" if left.startswith((": ", "; ")) else _STOP.split(left, maxsplit=1)[0]
    return any(not _is_of_another(own[: found.start()]) for found in _HOLDER.finditer(own))


def _is_of_another(between: str) -> bool:
    """Whether what stands between says something of its own, which the holder behind it holds."""
    return bool(_RELATIVE.search(between) or between.startswith((", and ", " and ")))


def _goes_on(kept: str, left: str) -> bool:
    """Whether the beginning ends within an aside or an enumeration, behind which its clause goes on."""
    *before, last = _PARTS.split(kept)
    if left.startswith(" "):
        return bool(before and _PARTICIPLE.match(last)) and ", " in left
    if not left.startswith(", "):
        return left.startswith(": ") and bool(before and _RELATIVE.match(last))
    listed = _LISTED.match(left)
    if listed and not _ANY.search(listed["item"]) and not _RELATIVE.match(listed["item"]):
        return True
    if not before:
        return False
    is_short = len(last.split()) <= FEW and " and " not in last and not _tells(last)
    is_called = _CALLED.search(before[-1]) and _WHAT.match(left)
    return bool(is_short or hangs(before[-1]) or is_called or _ONLY_HOLDER.match(last))


def _lacks_its_verb(kept: str, left: str) -> bool:
    """Whether what is left off has the verb of the beginning, or of a clause that begins in it."""
    is_sentence, parts = _is_sentence(kept), _PARTS.split(kept)
    is_told_later = left[0] not in ";:" and _is_told(left, is_definite=bool(_DEFINITE.match(kept)))
    if not is_sentence:
        is_resumed = len(parts) > 1 and left.startswith(", ") and bool(_BEGINS.match(left[2:]))
        return is_resumed or is_told_later or bool(_FRONT.match(kept))
    if parts == [kept] and left.startswith(", ") and _MAYBE_MAIN.match(kept) and _tells(_PARTS.split(left[2:])[0]):
        return True  # only when, or after what
    begun = _STOP.split(kept)[-1]
    if begun != kept and not _is_sentence(begun):
        return True  # only whom a second sentence is about
    return parts[-1].startswith(("and ", "but ", "yet ", "so ")) and not _ANY.search(parts[-1]) and is_told_later


def _is_told(left: str, *, is_definite: bool) -> bool:
    """Whether the rest has a verb that is no part of an aside, or takes its subject up again behind one."""
    parts = _PARTS.split(_STOP.split(left)[0].lstrip(", "))
    is_resumed = any(
        _BEGINS.match(part) and (is_definite or _RELATIVE.match(aside))
        for part, aside in zip(parts[1:], parts, strict=False)
    )
    if is_resumed or (left.startswith(" ") and _TWICE.search(parts[0])):
        return True
    return (is_definite or not _OF_WHICH.match(parts[0])) and any(map(_tells, parts))


def _is_sentence(text: str) -> bool:
    """Whether one of the parts of a text has a verb, and is no aside."""
    return any(
        _ANY.search(_RELATIVE.sub("", part))
        for part in _PARTS.split(text)
        if not (_PARTICIPLE.match(part) or _NO_MAIN.match(part))
    )


def _tells(part: str) -> bool:
    return bool(_SURE.search(_RELATIVE.sub("", part)))
