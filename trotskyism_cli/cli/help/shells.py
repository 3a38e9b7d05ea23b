"""Shell completion that offers files only where files are meant."""

import os
import sys

import click
from click.shell_completion import CompletionItem, add_completion_class
from typer import _completion_shared
from typer._completion_classes import BashComplete, FishComplete, ZshComplete
from typer.models import TyperPath

QUOTES = "'", '"'
FILES, FOLDERS = "*files*", "*folders*"
# Typer's own script lets bash offer files wherever the program has no answer, and none where it should.
BASH = """
%(complete_func)s() {
    local IFS=$'\\n' answer
    COMPREPLY=()
    for answer in $( env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \\
                     %(autocomplete_var)s=complete_bash $1 ); do
        case "$answer" in
            '*files*') COMPREPLY+=( $(compgen -f -- "${COMP_WORDS[COMP_CWORD]}") )
                       compopt -o filenames 2> /dev/null ;;
            '*folders*') COMPREPLY+=( $(compgen -d -- "${COMP_WORDS[COMP_CWORD]}") )
                         compopt -o filenames 2> /dev/null ;;
            *) COMPREPLY+=( "$answer" ) ;;
        esac
    done
    return 0
}

complete -F %(complete_func)s %(prog_name)s
"""


def take_over() -> None:
    """Replace Typer's completion classes with ours, also for what `--install-completion` installs."""
    _completion_shared._completion_scripts["bash"] = BASH
    TyperPath.shell_complete = click.Path.shell_complete  # type: ignore[method-assign]  # Typer's says nothing
    for name, answers in (("bash", _Bash), ("zsh", _Zsh), ("fish", _Fish)):
        add_completion_class(answers, name)


class _Bash(BashComplete):
    def complete(self) -> str:
        typed = self._typed()
        return "" if any(each in typed[1:] for each in QUOTES) else super().complete()  # bash puts it behind the quote

    def format_completion(self, item: CompletionItem) -> str:
        value = str(item.value) if self._typed().startswith(QUOTES) else str(item.value).replace(" ", "\\ ")
        return {"file": FILES, "dir": FOLDERS}.get(item.type, value)

    @staticmethod
    def _typed() -> str:
        """The word being typed as it stands in the line, with its quotes."""
        words = os.environ["COMP_WORDS"].split("\n")
        return words[min(int(os.environ["COMP_CWORD"]), len(words) - 1)]


class _Zsh(ZshComplete):
    def complete(self) -> str:
        items = self.get_completions(*self.get_completion_args())
        if any(item.type in ("file", "dir") for item in items):
            return "_files" if any(item.type == "file" for item in items) else "_files -/"
        told = "\n".join(map(self.format_completion, items))
        return f"_arguments '*: :(({told}))'" if told else ""


class _Fish(FishComplete):
    def complete(self) -> str:
        items = self.get_completions(*self.get_completion_args())
        files = any(item.type in ("file", "dir") for item in items)
        if os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
            sys.exit(1 if files else 0)  # 1 lets fish offer files
        return "" if files else "\n".join(map(self.format_completion, items))
