"""Trains fastText on LABEL<TAB>TEXT lines and measures it on others:

    python3 fast_text.py TRAIN TEST

Prints what `keel eval --json` prints, and the program's name with the better of two settings.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import time

LABEL = "__label__"
# One thread, because only then is a run repeatable. A tenth of the default's buckets: as accurate
# on these sets, and the model has 80 MB and not 800.
COMMON = "-lr 1 -epoch 100 -bucket 200000 -thread 1 -verbose 0".split()
SETTINGS = {"words 1-2": ["-wordNgrams", "2"], "letters 2-5": ["-minn", "2", "-maxn", "5"]}
COPIES = 10  # of the messages, so that the time to read them all is not lost in the noise


def normalised(text):
    """As the tutorial of fastText does it: punctuation apart, lower case."""
    return re.sub(r"([.!?,'/()])", r" \1 ", text).lower()


def labelled(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\r\n").split("\t") for line in lines if line.strip()]


def write(path, lines):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)
    return path


def predicted(model, messages):
    """The labels, and the seconds that the whole command took."""
    begin = time.monotonic()
    out = subprocess.run(["fasttext", "predict", model, messages], check=True,
                         capture_output=True, text=True).stdout
    return out.split(), time.monotonic() - begin


def trained(examples, model, options):
    """The seconds and the peak bytes of the whole command, which writes its files too."""
    command = ["fasttext", "supervised", "-input", examples, "-output", model, *COMMON, *options]
    begin = time.monotonic()
    child = os.posix_spawnp(command[0], command, os.environ)
    _, status, usage = os.wait4(child, 0)
    if status != 0:
        sys.exit("fasttext failed: " + " ".join(command))
    return time.monotonic() - begin, usage.ru_maxrss * 1024


def measured(name, examples, test, folder):
    model = os.path.join(folder, "model")
    seconds, peak = trained(examples, model, SETTINGS[name])
    model += ".bin"
    texts = [normalised(text) for _, text in test] * COPIES
    _, loading = predicted(model, write(os.path.join(folder, "nothing"), []))
    labels, reading = predicted(model, write(os.path.join(folder, "messages"), texts))
    if len(labels) != len(texts):
        sys.exit(f"fasttext answered {len(labels)} of {len(texts)} messages")
    right = sum(LABEL + label == guess for (label, _), guess in zip(test, labels))
    return {
        "program": f"fastText, {name}",
        "accuracy": right / len(test),
        "train_ms": seconds * 1000,
        "us_p50": (reading - loading) * 1e6 / len(labels),
        "model_bytes": os.path.getsize(model),
        "peak_rss_bytes": peak,
    }


def main():
    train, test = (labelled(path) for path in sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        lines = [f"{LABEL}{label} {normalised(text)}" for label, text in train]
        examples = write(os.path.join(folder, "examples"), lines)
        runs = [measured(name, examples, test, folder) for name in SETTINGS]
    print(json.dumps(max(runs, key=lambda run: run["accuracy"])))


main()
