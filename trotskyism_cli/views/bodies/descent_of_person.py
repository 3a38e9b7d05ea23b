"""Trees of descent for a person: of each organisation that he founded, led or chaired.

If he did not, or only in organisations without relatives, also of those that he belonged to.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.bodies.descent import Descent, way_to
from trotskyism_cli.library.bodies.lifespan import first_day
from trotskyism_cli.library.bodies.membership import own_descent
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.bodies.descent import entries_of, lineage
from trotskyism_cli.views.bodies.member import UNTIL, Member, day_told, with_year, year_told
from trotskyism_cli.views.happenings.offices import title_in
from trotskyism_cli.views.wording.margins import years_of

HEADED = frozenset(("founder", "leader", "chairman"))  # words of relations between a person and his organisations
AS_ABOVE = "as above"
NEAR = 3  # nearest ancestors told beside an organisation
_HAS_YEAR = lazy_regex(r"\d{4}")
# End of an organisation in a note; behind a person's role it would be taken for the end of the role.
_OWN_END = lazy_regex(rf"(^|, ){UNTIL}(?= \d{{4}})")
_OF_IT = lazy_regex(r" of it\b")
BELONGED, OFFICE = frozenset(("member",)), "office"  # words of relations for members and for office-holders


class OwnTree(NamedTuple):
    """The tree of one of a person's organisations, with its ancestors (`came_from`, the oldest first).

    `own` are all organisations of the person; `roles` says what he was in each: `led 1903–1923`.
    """

    root: Descent
    came_from: tuple[Descent, ...]
    own: frozenset[str]
    roles: Mapping[str, str]


def trees_of(library: Library, person: str) -> tuple[OwnTree, ...]:
    """Trees of the organisations that somebody founded, led or chaired, in order of time.

    An organisation inside another one's tree gets none of its own. If he headed none, or none with relatives, those
    that he joined or held an office in count too.
    """
    pack = library.pack
    roles = _roles(library, person)
    own = frozenset(roles)
    trees: list[OwnTree] = []
    for body in sorted(own, key=lambda each: _begun(pack, each)):
        *above, node = way_to(own_descent(library, body), body)
        is_within = any(way_to(each.root, body) for each in trees) or any(each.entry in own for each in above)
        if not is_within:
            trees.append(OwnTree(node, tuple(above), own, roles))
    return tuple(trees)


class OwnLine(NamedTuple):
    """A person's organisation and its successors as a line, with its nearest ancestors in words, the oldest first.

    `since` is the year of the first ancestor, if ancestors are left out.
    """

    came_from: tuple[str, ...]
    members: tuple[Member, ...]
    since: str = ""

    @property
    def is_alone(self) -> bool:
        """True if nothing came before or after it."""
        return not self.came_from and len(self.members) == 1 and not self.members[0].forks


def own_lineages(pack: Pack, trees: Iterable[OwnTree], *, parts: bool = False) -> tuple[OwnLine, ...]:
    """A person's trees as lines with forks. What one line shows is not drawn again in a later one."""
    lines: list[OwnLine] = []
    drawn: set[str] = set()
    for tree in trees:
        above = [each.entry for each in tree.came_from]
        members = lineage(pack, tree.root, tree.own, parts=parts, above=above)
        if above:  # the whole is not drawn above, so name it
            whole = pack.entries[above[-1]].phrase
            members = (members[0]._replace(note=_OF_IT.sub(f" of {whole}", members[0].note)), *members[1:])
        told = _until_drawn(tuple(_with_role(each, tree) for each in members), drawn)
        drawn |= {*entries_of(told)}
        near = tree.came_from[-NEAR:]
        since = year_told(day_told(pack, tree.came_from[0])) if len(near) < len(tree.came_from) else ""
        lines.append(OwnLine(tuple(with_year(pack, each) for each in near), told, since))
    return _without_undated(lines)


def _without_undated(lines: Sequence[OwnLine]) -> tuple[OwnLine, ...]:
    """Drop single names without a year: labels for people rather than organisations. All stay if none is dated."""
    dated = tuple(each for each in lines if not each.is_alone or _HAS_YEAR.search(_told(each.members[0])))
    return dated or tuple(lines)


def _told(member: Member) -> str:
    return f"{member.year} {member.note}"


def _until_drawn(members: Sequence[Member], drawn: Collection[str]) -> tuple[Member, ...]:
    """A line up to its first member that is drawn already; that one keeps only its name and "as above"."""
    told: list[Member] = []
    for member in members:
        if member.entry in drawn:
            told.append(member._replace(note=AS_ABOVE, again=True, is_sought=False, forks=()))
            break
        told.append(member._replace(forks=tuple(_until_drawn(fork, drawn) for fork in member.forks)))
    return tuple(told)


def _with_role(member: Member, tree: OwnTree) -> Member:
    """A member and its forks, with the person's roles in the notes of his own organisations."""
    forks = tuple(tuple(_with_role(each, tree) for each in fork) for fork in member.forks)
    role = tree.roles.get(member.entry, "") if member.is_sought else ""
    # The year stands before the name.
    role = re.sub(rf"(?: c\.)? {member.year}(?=,|$)", "", role) if member.year else role
    note = _OWN_END.sub(r"\1ended", member.note) if role else member.note
    return member._replace(note=", ".join(filter(None, (role, note))), forks=forks)


def is_head(library: Library, person: str) -> bool:
    """Return whether to show only what somebody founded, led or chaired.

    True if any of these has relatives, or if he headed some and joined none.
    """
    headed = list(_bodies(library.pack, person, HEADED))
    has_line = any(_has_line(library, body) for body, _ in headed)
    return has_line or (bool(headed) and not any(True for _ in _bodies(library.pack, person, BELONGED)))


def _has_line(library: Library, body: str) -> bool:
    """Return whether an organisation has ancestors or descendants."""
    root = own_descent(library, body)
    return root.entry != body or bool(root.further or root.joined)


def _roles(library: Library, person: str) -> dict[str, str]:
    """Somebody's roles in each of his organisations, with years: `founded, led 1938–1940`."""
    pack = library.pack
    told: dict[str, list[str]] = {}
    is_his = is_head(library, person)
    for body, fact in (*_bodies(pack, person, HEADED), *(() if is_his else _bodies(pack, person, BELONGED))):
        relation = pack.relations[fact.relation]
        label = relation.label if fact.subject == person else relation.inverse_label or relation.label
        told.setdefault(body, []).append(_with_years(label.removesuffix(" of"), fact))
    for fact in () if is_his else pack.known_facts(pack.entries[person]):
        if OFFICE in pack.relations[fact.relation].words and isinstance(fact.object, str):
            for body in entries_named(library.store, fact.object):
                if pack.entries[body].kind is Kind.ORGANISATION:
                    told.setdefault(body, []).append(_with_years(title_in(pack.entries[body], fact.object), fact))
    return {body: ", ".join(sorted(dict.fromkeys(roles), key=_years_in)) for body, roles in told.items()}


def _with_years(role: str, fact: Fact) -> str:
    return " ".join(filter(None, (role, years_of(fact.when) if fact.when else "")))


def _years_in(role: str) -> list[str]:
    return _HAS_YEAR.findall(role)


def _bodies(pack: Pack, person: str, words: frozenset[str]) -> Iterator[tuple[str, Fact]]:
    for fact in (*pack.entries[person].facts, *pack.facts_with_object(person)):
        body = fact.target if fact.subject == person else fact.subject
        is_told = not words.isdisjoint(pack.relations[fact.relation].words) and not fact.negated
        if body and is_told and pack.entries[body].kind is Kind.ORGANISATION:
            yield body, fact


def _begun(pack: Pack, body: str) -> tuple[date, str]:
    began = first_day(pack, body)
    return (began if began > date.min else date.max), body
