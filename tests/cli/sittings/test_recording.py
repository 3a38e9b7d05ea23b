"""A sitting that is ended from outside."""

import signal

import pytest

from trotskyism_cli.cli.sittings.recording import ending_in_order


def test_a_signal_to_end_unwinds_and_afterwards_means_what_it_did_before() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(SystemExit) as ended, ending_in_order():
        signal.raise_signal(signal.SIGTERM)

    assert ended.value.code == 128 + signal.SIGTERM
    assert signal.getsignal(signal.SIGTERM) is before
