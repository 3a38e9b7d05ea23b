"""Patterns of the verbs that show whether part of a sentence says something by itself."""

from trotskyism_cli.pack.lazy_regex import lazy_regex

PREPOSITION = (
    r"(?:about|across|after|against|among|as|at|away|back|before|beside|between|by|down|during|for|from|in|into|of|off"
    r"|on|out|over|since|through|to|under|until|up|upon|with|within|without|and|or)\b"
)
# Verbs with one form for the past tense and the participle.
BOTH = (
    r"(?:led|won|(?<!the )left(?! wing)|lost|held|made|met|sent|set|put|shot|struck|found|brought|built|bought|sought"
    r"|told|kept|split|cut|let|read|hit|spent|sold|paid|hid|caught|taught|fought|laid|"
    r"(?!(?:[Uu]nited|[Rr]ed|hundred|armed|advanced)\b)[\w-]{2,}ed)"
)
# Verbs that cannot be participles: by their form, or because an object follows.
VERB = (
    r"(?:was|were|is|are|had|has|did|does|do|wrote|writes|says|took|takes|broke|fell|holds|became|began|gave|gives|makes"
    r"|stood|stands?|drew|went|goes|came|comes|saw|sees|knew|spoke|speaks|lay|lies|fled|grew|threw|overthrew|withdrew"
    r"|swore|arose|tore|undertook|rose|ran|runs|drove|chose|bore|sat|can|cannot|could|will|would|may|might|must|shall|should|forbade"
    r"|died|wants?|asks|calls|names|means|denies|looks|leads|follows|opens|ends|begins|rests|appears?|explains?|blames?"
    r"|hangs|bears?|needs?|belongs?|depends?|dates|lasted|judge|trace|agreed|appeared|existed|lived|worked|remained|happened"
    rf"|(?!(?:elected|called|named|appointed|renamed)\b){BOTH} (?!{PREPOSITION}))"
)
SURE_VERB, ANY_VERB = lazy_regex(rf"\b{VERB}"), lazy_regex(rf"\b(?:{VERB}|{BOTH})\b")
RELATIVE = lazy_regex(r"\b(?:who|whom|whose|which|where|when|that|what|while|as|because|until|before|after)\b.*")
PARTS, STOP = lazy_regex(r"[,;:] "), lazy_regex(r"[;:] ")
_ADVERBS = r"(?:[a-z]+ly |once |first |then |later |now |also |already |at once |himself |itself )*"
_PARTICIPLE = lazy_regex(rf"{_ADVERBS}(?:{BOTH}|[\w-]+ing|known|born|taken|given|written|drawn|chosen|beaten|driven)\b")
_BEGINS = lazy_regex(rf"{_ADVERBS}(?:{VERB}|{BOTH})\b")
_NO_MAIN = lazy_regex(
    r"(?:When|While|If|Although|Though|Because|Whether|with|without|for|as|after|before|when|while|if|until|since"
    r"|because|although|though)\b"
)


def is_sentence(text: str) -> bool:
    """Return whether a part of the text has a verb and is neither an aside nor a subordinate clause."""
    main = (part for part in PARTS.split(text) if not (_PARTICIPLE.match(part) or _NO_MAIN.match(part)))
    return any(ANY_VERB.search(RELATIVE.sub("", part)) for part in main)


def tells(part: str) -> bool:
    """Return whether a part of a sentence surely has a verb outside a relative clause."""
    return bool(SURE_VERB.search(RELATIVE.sub("", part)))


def begins_with_verb(part: str) -> bool:
    """Return whether a part of a sentence begins with a verb or a participle."""
    return bool(_BEGINS.match(part))


def is_participle(part: str) -> bool:
    """Return whether a part of a sentence begins with a participle."""
    return bool(_PARTICIPLE.match(part))
