"""`python -m training.attribution --data DIR --out FILE`: from the corpus to the weights."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from onrecord.reading.attribution.pieces import load_tokenizer
from training.attribution.corpus import NO_LESSONS, Lessons, read_rows, read_unannotated
from training.attribution.fit import Plan, fit
from training.attribution.network import Network


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with train/ and dev/ of PolNeAR")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with the pretrained encoder")
    parser.add_argument("--names", type=Path, required=True, help="folder with silver names, one .jsonl a text folder")
    parser.add_argument("--more", type=Path, nargs=2, action="append", default=[], help="TEXTS.jsonl NAMES.jsonl")
    parser.add_argument("--lessons", type=Path, help="what teacher.py left")
    parser.add_argument("--out", type=Path, required=True, help="NAME.pt: each epoch leaves a NAME-EPOCH.pt")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--layers", type=int)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--epochs", type=float, default=5.0)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    tokenizer = load_tokenizer(args.encoder)
    lessons = Lessons.read(args.lessons) if args.lessons else NO_LESSONS
    rows = list(read_rows(args.data / "train", tokenizer, args.names / "polnear_train.jsonl", lessons))
    for texts, names in args.more:
        rows += read_unannotated(texts, names, tokenizer, lessons)
    print(len(rows), "rows", sum(len(r.words) for r in rows), "words", flush=True)
    network = Network(args.encoder, args.layers)
    if args.start:
        network.load_state_dict(torch.load(args.start, weights_only=True))
    for epoch, averaged in fit(network, rows, Plan(epochs=args.epochs, rate=args.rate, seed=args.seed)):
        out = args.out.with_stem(f"{args.out.stem}-{epoch}")
        torch.save(averaged.state_dict(), out)
        print("epoch", epoch, "saved", out, flush=True)


if __name__ == "__main__":
    main()
