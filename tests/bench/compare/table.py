"""Lines of SET<TAB>JSON in, one Markdown table out, each row as soon as its line is there."""
import json
import sys

HEAD = """\
Accuracy is that of the best intent on the set's `valid.tsv`; nothing is out of scope. "10" is ten
examples per intent, and the intent's name as one more where the set has such a file. One run, every
program on the same one core (keel trains on two where it may).

- fastText: text normalised as in its tutorial; learning rate 1, 100 epochs, 200,000 buckets; the
  better by this same file of word 1-2-grams and character 2-5-grams, and the training time of that
  one. The time is of the whole command, with its files. Per message: the time to predict the whole
  file, less that to load the model, divided by the number of messages: a mean, not a median.
- nlp.js: its defaults. Where it answers "None", its best intent counts; by its own rule it would
  have fewer right. Model: its JSON, without white space.
- Peak memory is that of the whole process: nlp.js's with node and its languages, keel's with the
  tests after the training.

| set | program | accuracy % | training s | message µs p50 | peak MB | model bytes |
|---|---|--:|--:|--:|--:|--:|"""


def row(name, run):
    seconds = run["train_ms"] / 1000
    return " | ".join([
        f"| {name}",
        run.get("program", "keel"),
        f"{run['accuracy'] * 100:.1f}",
        f"{seconds:.2f}" if seconds < 10 else f"{seconds:.0f}",
        f"{run['us_p50']:.0f}",
        f"{run['peak_rss_bytes'] / 1e6:.0f}",
        f"{run['model_bytes']:,} |",
    ])


print(HEAD, flush=True)
for line in sys.stdin:
    name, run = line.split("\t", 1)
    print(row(name, json.loads(run)), flush=True)
