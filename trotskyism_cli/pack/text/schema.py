"""The JSON Schema (draft 2020-12) of a pack's files, from the same table as the reader."""

from typing import Any

from trotskyism_cli.pack.text.fields import FILES, RECORDS, Holds, Key
from trotskyism_cli.pack.text.records import ID, REFERENCE

_ONE_ID = {"type": "string", "pattern": f"^{REFERENCE.pattern}$"}
_TEXT = {"type": "string", "minLength": 1}


def json_schema() -> dict[str, Any]:
    """One schema for every file: pack.yaml is one record, any other file has lists of records."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of a pack",
        "$defs": {kind: _record(kind, keys) for kind, keys in RECORDS.items()},
        "anyOf": [
            {"$ref": "#/$defs/pack"},
            {
                "type": "object",
                "additionalProperties": False,
                "minProperties": 1,
                "properties": {key: _list_of(kind) for key, kind in FILES.items()},
            },
        ],
    }


def _list_of(kind: str) -> dict[str, Any]:
    if kind == "synonym":
        return {"type": "array", "items": {"type": "array", "items": _TEXT, "minItems": 2}}
    return {"type": "array", "items": {"$ref": f"#/$defs/{kind}"}}


def _record(kind: str, keys: dict[str, Key]) -> dict[str, Any]:
    record: dict[str, Any] = {
        "type": "object",
        "properties": {name: _key(key) for name, key in keys.items()},
        "required": [name for name, key in keys.items() if key.required],
        "additionalProperties": False,
    }
    if kind == "fact":
        # The one further key is the id of a relation, which the pack itself declares.
        record |= {"patternProperties": {f"^{ID.pattern}$": {}}, "maxProperties": len(keys) + 1}
    return record


def _key(key: Key) -> dict[str, Any]:
    one = {"type": "string", "enum": list(key.choices)}
    shapes: dict[Holds, dict[str, Any]] = {
        Holds.ID: _ONE_ID,
        Holds.IDS: _one_or_more(_ONE_ID),
        Holds.TEXT: _TEXT,
        Holds.TEXTS: _one_or_more(_TEXT),
        Holds.DATE: _TEXT,
        Holds.FLAG: {"type": "boolean"},
        Holds.INTEGER: {"type": "integer", "minimum": 0},
        Holds.CHOICE: {"enum": [*key.choices, *(int(each) for each in key.choices if each.isdigit())]},
        Holds.CHOICES: _one_or_more(one),
        Holds.SOURCES: _one_or_more(_TEXT),
        Holds.WORDINGS: {"type": "object", "properties": {each: _one_or_more(_TEXT) for each in key.choices}},
        Holds.LABELS: {
            "type": "object",
            "properties": dict.fromkeys(key.choices, _TEXT),
            "additionalProperties": False,
        },
        Holds.RECORDS: {"type": "array", "items": {"$ref": f"#/$defs/{key.record}"}},
    }
    return {"description": key.describes, **shapes[key.holds]}


def _one_or_more(shape: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [shape, {"type": "array", "items": shape}]}
