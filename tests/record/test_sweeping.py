"""Unit: record.sweeping, garbage that lies until a report is saved."""

from __future__ import annotations

import gc

import pytest

from onrecord.record.sweeping import swept_afterwards, swept_seldom


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


def test_searches_are_seldom_meanwhile_and_as_before_afterwards() -> None:
    before = gc.get_threshold()
    with swept_seldom():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before


def test_who_has_them_more_seldom_keeps_it_so() -> None:
    before = gc.get_threshold()
    gc.set_threshold(10_000_000, *before[1:])
    try:
        with swept_seldom():
            assert gc.get_threshold()[0] == 10_000_000
    finally:
        gc.set_threshold(*before)
