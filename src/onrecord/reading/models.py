"""The trained networks that ship, as files: opened for one thread, and told apart by what is in them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import onnxruntime


def opened(file: Path) -> onnxruntime.InferenceSession:
    """On one thread: deterministic, whatever else runs."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Fused, adding and normalising take eight times as long as one after the other (240 pieces, onnxruntime 1.31).
    return onnxruntime.InferenceSession(
        str(file), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


def key_of(file: Path) -> str:
    """A hash of the weights, which a reading's key takes in."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]
