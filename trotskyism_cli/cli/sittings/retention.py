"""How well the learner wants to remember: one setting for every command that says when a fact is due."""

import os
from functools import partial

from trotskyism_cli.cli.command_names import RETENTION
from trotskyism_cli.errors import UsageError
from trotskyism_cli.learning.recall.schedule import DEFAULTS, Settings, remembered
from trotskyism_cli.learning.record.log import Learn

LOWEST, HIGHEST = 0.7, 0.97


def wanted_settings() -> Settings:
    """The settings of the environment. UsageError if they make no sense."""
    text = os.environ.get(RETENTION, "")
    if not text:
        return DEFAULTS
    try:
        retention = float(text)
    except ValueError:
        retention = 0.0
    if not LOWEST <= retention <= HIGHEST:
        raise UsageError(f"{RETENTION} is “{text}”; write a number from {LOWEST} to {HIGHEST}.")
    return Settings(retention)


def learn() -> Learn:
    """What makes memories of reviews, by the settings of the environment."""
    return partial(remembered, settings=wanted_settings())
