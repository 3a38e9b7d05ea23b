"""An independent solver: decides from the pack alone whether each option of an item is right or wrong.

It shares no code with the generator. It reads the pack, the stem, the options and the evidence, and gives one of three
verdicts: true, false, open. An item is sound if its key is true and every other option is false.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator

from benchmarks.items import authors_questions, certificates
from benchmarks.items.stream import Seen, norm
from benchmarks.items.verdict import Verdict
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import SIGNIFICANCE

TOWNS = {"city", "town", "village", "borough", "capital", "port"}


class Checker:
    """A pack indexed for checking items."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.facts: dict[str, Fact] = {}
        self.of: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        self.against: dict[str, set[str]] = defaultdict(set)
        self.named: dict[str, list[Entry]] = defaultdict(list)
        self.above: dict[str, set[str]] = defaultdict(set)
        self.corrected: set[str] = set()
        self.relations = {**pack.relations, SIGNIFICANCE.id: SIGNIFICANCE}
        for entry in pack.entries.values():
            for name in entry.names:
                self.named[norm(name)].append(entry)
            for fact in entry.facts:
                self._note(fact)
        for fact in pack.significances.values():
            self._note(fact)

    def _note(self, fact: Fact) -> None:
        self.facts[fact.id] = fact
        self.of[fact.relation, fact.subject].append(fact)
        self.corrected.update([fact.corrects] if fact.corrects else [])
        for other in fact.contradicts:
            self.against[fact.id].add(other)
            self.against[other].add(fact.id)
        relation = self.relations[fact.relation]
        within = relation.tree == "parent" or relation.role == "within"
        if isinstance(fact.object, EntryRef) and within and not fact.negated:
            self.above[fact.subject].add(fact.object.id)

    # ---- what an item is ----

    def problems(self, item: Seen) -> Iterator[str]:
        """Everything wrong with the truth of an item, in words."""
        judge = self._judge(item)
        if judge is None:
            yield "the query cannot be derived from the evidence"
            return
        verdicts = [judge(option) for option in item.options]
        for place, verdict in enumerate(verdicts):
            wanted = Verdict.TRUE if place == item.answer else Verdict.FALSE
            if verdict is not wanted:
                yield f"{item.options[place]!r} is {verdict.value}, not {wanted.value}"
        yield from self._antichain(item)
        yield from certificates.unproved(self, item)

    def verdicts(self, item: Seen) -> list[Verdict] | None:
        """The verdict on each option; None if the query cannot be derived from the evidence."""
        judge = self._judge(item)
        return [judge(option) for option in item.options] if judge else None

    def right_distractors(self, item: Seen) -> Iterator[str]:
        """The distractors that are right."""
        judge = self._judge(item)
        yield from (
            option
            for place, option in enumerate(item.options)
            if judge and place != item.answer and judge(option) is Verdict.TRUE
        )

    def _judge(self, item: Seen) -> Callable[[str], Verdict] | None:
        evidence = item.evidence[0]
        if item.kind == authors_questions.KIND:
            return self._authors_judge(item)
        fact = self.facts.get(evidence)
        if fact is None or not self.may_be_key(fact):
            return None
        if item.kind == "year":
            return lambda option: self.about_year(fact, int(option))
        key = self.entry(item.key)
        if key and key.id == fact.subject:
            return lambda option: self.about_subject(fact, option)
        return lambda option: self.about_object(fact, option)

    def _authors_judge(self, item: Seen) -> Callable[[str], Verdict] | None:
        question = authors_questions.question_of(self.pack, item)
        if question is None or len(question.options) != len(item.options):
            return None
        asked = [self.facts[each] for each in question.about if each in self.facts]
        told = [self.pack.quotes[each] for each in question.about if each in self.pack.quotes]
        uncorrected = {each.id for each in asked} & self.corrected
        put_right = {each.corrects for each in asked}
        if len(asked) + len(told) < len(question.about) or uncorrected - put_right:
            return None

        def judge(text: str) -> Verdict:
            option = authors_questions.option_of(question, text)
            if option is None or not (option.right or option.note):
                return Verdict.OPEN
            return Verdict.TRUE if option.right else Verdict.FALSE

        return judge

    def may_be_key(self, fact: Fact) -> bool:
        doubtful = fact.voice is Voice.DISPUTED or (fact.voice is Voice.FACT and bool(self.against[fact.id]))
        unheld = fact.voice is Voice.CLAIM and not fact.according_to
        return (
            fact.quiz
            and not fact.negated
            and fact.id not in self.corrected
            and not doubtful
            and not unheld
            and not fact.uncertain
        )

    # ---- entries ----

    def entry(self, label: str) -> Entry | None:
        """The only entry with this name; None if there is none or several."""
        found = self.named.get(norm(label), [])
        return found[0] if len({entry.id for entry in found}) == 1 else None

    def _all_above(self, entry: str) -> set[str]:
        seen: set[str] = set()
        ahead = [entry]
        while ahead:
            for up in self.above[ahead.pop()] - seen:
                seen.add(up)
                ahead.append(up)
        return seen

    def one_in_the_other(self, one: str, other: str) -> bool:
        """Return whether two entries are the same, or one is part of the other."""
        return one == other or one in self._all_above(other) or other in self._all_above(one)

    def _comparable(self, one: Entry, other: Entry) -> bool:
        if one.kind is not other.kind:
            return False
        sizes = ["town" if entry.type in TOWNS else entry.type for entry in (one, other)]
        return one.kind.value != "place" or sizes[0] == sizes[1]

    def _values(self, fact: Fact, subject: str) -> list[Fact]:
        found = [each for each in self.of[fact.relation, subject] if not each.negated]
        if self.relations[fact.relation].symmetric:
            found += [
                each
                for (relation, _), facts in self.of.items()
                if relation == fact.relation
                for each in facts
                if isinstance(each.object, EntryRef) and each.object.id == subject and not each.negated
            ]
        return found

    def _ends(self, fact: Fact, subject: str) -> str:
        if not isinstance(fact.object, EntryRef):
            return norm(str(fact.object))
        return fact.object.id if fact.subject == subject else fact.subject

    def _tied_otherwise(self, relation: str, subject: str, target: str) -> bool:
        """Return whether another relation under the same heading ties the two (author and co-author)."""
        heading = self.relations[relation].inverse_label
        return any(
            self.relations[fact.relation].inverse_label == heading != ""
            for one, other in ((subject, target), (target, subject))
            for fact in self.pack.entries[one].facts
            if isinstance(fact.object, EntryRef) and fact.object.id == other and not fact.negated
        )

    def about_object(self, fact: Fact, option: str) -> Verdict:
        relation = self.relations[fact.relation]
        values = {self._ends(each, fact.subject) for each in self._values(fact, fact.subject)}
        entry = self.entry(option)
        if entry is None or not isinstance(fact.object, EntryRef):
            return Verdict.OPEN
        if entry.id == fact.object.id:
            return Verdict.TRUE
        if any(self.one_in_the_other(value, entry.id) for value in values):
            return self._at_the_time(fact, entry)
        denied = any(
            each.negated and self._ends(each, fact.subject) == entry.id for each in self.of[fact.relation, fact.subject]
        )
        closed = any(
            each.relation == relation.id and not each.as_object for each in self.pack.entries[fact.subject].complete
        )
        comparable = self._comparable(entry, self.pack.entries[fact.object.id])
        if self._tied_otherwise(relation.id, fact.subject, entry.id) or not comparable:
            return Verdict.OPEN
        return Verdict.FALSE if relation.functional or closed or denied else Verdict.OPEN

    def _at_the_time(self, fact: Fact, entry: Entry) -> Verdict:
        """The verdict on a value the subject also had: false if a complete list dates it to another time."""
        listed = any(
            each.relation == fact.relation and not each.as_object for each in self.pack.entries[fact.subject].complete
        )
        own = [
            each
            for each in self._values(fact, fact.subject)
            if self.one_in_the_other(self._ends(each, fact.subject), entry.id)
        ]
        dates = [each.when for each in own if each.when]
        undated = {self._ends(each, fact.subject) for each in own if not each.when}
        told = {self._ends(each, fact.subject) for each in own if each.when}
        target = self.pack.entries[fact.object.id] if isinstance(fact.object, EntryRef) else None
        if not (listed and fact.when and target and undated <= told and self._comparable(entry, target)):
            return Verdict.OPEN
        overlaps = (
            (min(fact.when.last, date.last) - max(fact.when.first, date.first)).days > 31 or not date.is_sure
            for date in dates
        )
        return Verdict.OPEN if any(overlaps) else Verdict.FALSE

    def about_subject(self, fact: Fact, option: str) -> Verdict:
        entry = self.entry(option)
        relation = self.relations[fact.relation]
        if entry is None:
            return Verdict.OPEN
        if entry.id == fact.subject:
            return Verdict.TRUE
        wanted = self._ends(fact, fact.subject)
        own = self._values(fact, entry.id)
        target = fact.object.id if isinstance(fact.object, EntryRef) else ""
        if target:
            near = any(self.one_in_the_other(self._ends(each, entry.id), wanted) for each in own)
            if near or self._tied_otherwise(relation.id, entry.id, target):
                return Verdict.OPEN
        elif any(self._ends(each, entry.id) == wanted for each in own):
            return Verdict.OPEN
        return Verdict.FALSE if self._subject_closed(fact, entry, own, target) else Verdict.OPEN

    def _subject_closed(self, fact: Fact, entry: Entry, own: list[Fact], target: str) -> bool:
        relation = self.relations[fact.relation]
        if relation.inverse_functional or fact.unique:
            return True
        denied = any(each.negated and self._ends(each, entry.id) == target for each in self.of[fact.relation, entry.id])
        closed = bool(target) and any(
            each.relation == relation.id and each.as_object for each in self.pack.entries[target].complete
        )
        sure = [each for each in own if self.may_be_key(each) and not each.according_to]
        entries = self.pack.entries
        elsewhere = any(
            not target
            or (isinstance(each.object, EntryRef) and self._comparable(entries[each.object.id], entries[target]))
            for each in sure
        )
        return denied or closed or (relation.functional and elsewhere)

    # ---- time ----

    def _dates(self, fact: Fact) -> list[Date]:
        if isinstance(fact.object, Date):
            return [each.object for each in self._values(fact, fact.subject) if isinstance(each.object, Date)]
        target = self._ends(fact, fact.subject)
        return [
            each.when
            for each in self._values(fact, fact.subject)
            if each.when and (not isinstance(fact.object, EntryRef) or self._ends(each, fact.subject) == target)
        ]

    def about_year(self, fact: Fact, year: int) -> Verdict:
        dates = self._dates(fact)
        if all(date.first.year == year == date.last.year and date.is_sure for date in dates) and dates:
            return Verdict.TRUE
        far = all(year < date.first.year - 2 or year > date.last.year + 2 for date in dates)
        return Verdict.FALSE if far and dates else Verdict.OPEN

    # ---- options beside one another ----

    def _antichain(self, item: Seen) -> Iterator[str]:
        entries = [entry for option in item.options if (entry := self.entry(option))]
        for place, one in enumerate(entries):
            for other in entries[:place]:
                if self.one_in_the_other(one.id, other.id):
                    yield f"{one.name} and {other.name} lie one within the other"
