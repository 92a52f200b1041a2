"""Unit: record.sweeping, garbage that lies until a report is saved."""

from __future__ import annotations

import gc

import pytest

from onrecord.record.sweeping import swept_afterwards


def test_nothing_is_swept_meanwhile_and_all_is_afterwards() -> None:
    with swept_afterwards():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_fault_leaves_it_as_it_was() -> None:
    with pytest.raises(ValueError, match="no report"), swept_afterwards():
        raise ValueError("no report")
    assert gc.isenabled()


def test_who_sweeps_by_hand_goes_on_doing_so() -> None:
    gc.disable()
    try:
        with swept_afterwards():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
