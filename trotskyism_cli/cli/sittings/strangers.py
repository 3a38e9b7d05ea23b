"""Detect answers kept under the id of this pack that are about another: two packs may have one id."""

from collections.abc import Collection, Iterable

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.folder import PACK_FILE


def tell_of_strangers(context: AppContext, answered: Collection[str], askable: Iterable[str] = ()) -> None:
    """Say so if most of the `answered` facts are neither in the pack nor `askable`."""
    others = set(answered).difference(askable)
    if 2 * len(others) <= len(answered):
        return
    pack = context.library.pack
    strange = sum(not pack.holds(fact) for fact in others)
    if 2 * strange > len(answered):
        context.tell(
            f"Of {counted(len(answered), 'fact')} that you answered under the id “{pack.id}”, {strange}"
            f" {'is' if strange == 1 else 'are'} not in this pack. If they belong to another one, give this pack an id"
            f" of its own in its {PACK_FILE}."
        )
