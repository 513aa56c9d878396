#!/usr/bin/python3
"""Learns the table of meanings from WordNet's own text and writes it to vectors.bin, beside this file.

    apt-get install wordnet-base python3-numpy
    engine/understand/gloss/learn.py

Words that WordNet explains with the same words, or uses in the same examples, come to lie near each other: words
that stand together are counted, the counts become positive pointwise mutual information, and its largest singular
vectors are the table (J. Bullinaria, J. Levy 2007; O. Levy, Y. Goldberg, I. Dagan 2015). Frequent words are then
made short, and what all words share is taken out (S. Arora, Y. Liang, T. Ma 2017; J. Mu, P. Viswanath 2018).
Nothing else goes in: no message, no example line, no benchmark.
"""

import re
import struct
from collections import Counter
from pathlib import Path

import numpy

WORDNET = Path("/usr/share/wordnet")
OUT = Path(__file__).with_name("vectors.bin")

WORDS = 30000
CONTEXTS = 12000
WIDTH = 64
WINDOW = 5  # words on either side
CONTEXT_POWER = 0.75  # rare contexts count for less than their share
VALUE_POWER = 0.5  # of the singular values: all directions matter, the first ones more
RARE = 1e-3  # a word as frequent as this is half as long as a rare one

ENDINGS = {"n't": "not", "'m": "am", "'re": "are", "'ll": "will", "'ve": "have", "'d": "would", "'s": "s"}


def words_of(text):
    """Words as the features see them: lower case, contractions apart."""
    for ending, word in ENDINGS.items():
        text = text.replace(ending, " " + word)
    return re.findall(r"[a-z0-9]+", text)


def synsets():
    """Of each sense: its words, the numbers of its more general and kindred senses, its gloss."""
    for kind in ("noun", "verb", "adj", "adv"):
        for line in (WORDNET / f"data.{kind}").read_text("latin-1").splitlines():
            if line.startswith(" "):
                continue
            data, _, gloss = line.partition(" | ")
            field = data.split(" ")
            count = int(field[3], 16)
            names = [re.sub(r"\(.*\)", "", name).replace("_", " ").lower() for name in field[4 : 4 + 2 * count : 2]]
            at = 4 + 2 * count
            pointers = [field[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(field[at]))]
            related = [(p[2].replace("s", "a"), p[1]) for p in pointers if p[0] in ("@", "@i", "&", "+", "*", "$")]
            yield (field[2].replace("s", "a"), field[0]), names, related, gloss.lower()


def lines():
    """Each explanation and example with the words it is for, and each word with its kindred."""
    all_synsets = list(synsets())
    names_of = {key: names for key, names, _, _ in all_synsets}
    for key, names, related, gloss in all_synsets:
        head = [word for name in names for word in words_of(name)]
        examples = re.findall(r'"([^"]*)"', gloss)
        yield head, words_of(re.sub(r'"[^"]*"', " ", gloss))
        for example in examples:
            yield [], words_of(example)
        kin = [word for other in related for name in names_of.get(other, ())[:3] for word in words_of(name)]
        yield head, kin


class Counts:
    """A sparse matrix: its values above nothing, row after row."""

    def __init__(self, rows, columns, values, shape):
        order = numpy.lexsort((columns, rows))
        self.rows, self.columns, self.values, self.shape = rows[order], columns[order], values[order], shape

    def turned(self):
        return Counts(self.columns, self.rows, self.values, self.shape[::-1])

    def times(self, dense):
        """The product with a dense matrix, some rows at a time."""
        out = numpy.zeros((self.shape[0], dense.shape[1]))
        ends = numpy.searchsorted(self.rows, numpy.arange(self.shape[0] + 1))
        for first in range(0, self.shape[0], 500):
            last = min(first + 500, self.shape[0])
            here = slice(ends[first], ends[last])
            filled = numpy.flatnonzero(ends[first:last] < ends[first + 1 : last + 1])
            if len(filled):
                products = dense[self.columns[here]] * self.values[here, None]
                out[first + filled] = numpy.add.reduceat(products, ends[first + filled] - ends[first])
        return out


def counted(texts, number):
    """How often each pair of words stands together, nearer pairs for more; both ways round."""
    pairs = Counter()
    for head, text in texts:
        head = [number[word] for word in head if word in number]
        text = [number.get(word, -1) for word in text]
        for i, a in enumerate(text):
            if a < 0:
                continue
            for distance, b in enumerate(text[i + 1 : i + 1 + WINDOW], 1):
                pairs[a, b] += 1 / distance
            for b in head:
                pairs[a, b] += 1
        for i, a in enumerate(head):
            for b in head[i + 1 :]:
                pairs[a, b] += 1
    there = [(a, b, value) for (a, b), value in pairs.items() if a != b and b >= 0]
    a, b, value = (numpy.array(column) for column in zip(*there))
    both = numpy.concatenate([a * WORDS + b, b * WORDS + a])
    at, place = numpy.unique(both, return_inverse=True)
    return Counts(at // WORDS, at % WORDS, numpy.bincount(place, numpy.concatenate([value, value])), (WORDS, WORDS))


def surprise(counts):
    """Positive pointwise mutual information of words and the most frequent contexts."""
    few = counts.columns < CONTEXTS
    rows, columns, values = counts.rows[few], counts.columns[few], counts.values[few]
    of_row = numpy.bincount(rows, values, WORDS)
    of_column = numpy.bincount(columns, values, CONTEXTS) ** CONTEXT_POWER
    of_column /= of_column.sum()
    value = numpy.log(values / (of_row[rows] * of_column[columns]))
    kept = value > 0
    return Counts(rows[kept], columns[kept], value[kept], (WORDS, CONTEXTS))


def length_one(rows):
    return rows / numpy.maximum(numpy.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def directions(matrix):
    """The first left singular vectors, by subspace iteration from a fixed start (N. Halko et al. 2011)."""
    turned = matrix.turned()
    start = numpy.random.default_rng(1).standard_normal((matrix.shape[1], WIDTH + 16))
    space, _ = numpy.linalg.qr(matrix.times(start))
    for _ in range(4):
        space, _ = numpy.linalg.qr(turned.times(space))
        space, _ = numpy.linalg.qr(matrix.times(space))
    left, value, _ = numpy.linalg.svd(turned.times(space).T, full_matrices=False)
    rows = length_one(space @ left[:, :WIDTH] * value[:WIDTH] ** VALUE_POWER)
    rows -= rows.mean(axis=0)
    _, shared = numpy.linalg.eigh(rows.T @ rows)
    return length_one(rows - numpy.outer(rows @ shared[:, -1], shared[:, -1]))


def hash_of(word):
    """FNV-1a, as base/hash.h has it; its upper half."""
    value = 0xCBF29CE484222325
    for byte in word.encode():
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value >> 32


def packed(rows):
    """Four bits a value, -7 to 7 steps of its row's largest seventh; a row's first half in the lower halves."""
    steps = numpy.rint(rows / numpy.abs(rows).max(axis=1, keepdims=True) * 7).astype(numpy.int8) & 0xF
    return (steps[:, : WIDTH // 2] | steps[:, WIDTH // 2 :] << 4).astype(numpy.uint8)


def main():
    texts = list(lines())
    frequency = Counter(word for head, text in texts for word in head + text if not word[0].isdigit())
    words = [word for word, _ in sorted(frequency.items(), key=lambda item: (-item[1], item[0]))[:WORDS]]
    number = {word: i for i, word in enumerate(words)}
    rows = directions(surprise(counted(texts, number)))
    total = sum(frequency.values())
    weights = [round(255 * RARE / (RARE + frequency[word] / total)) for word in words]
    order = sorted(range(WORDS), key=lambda i: hash_of(words[i]))
    hashes = [hash_of(words[i]) for i in order]
    assert len(set(hashes)) == WORDS, "two words of one hash"
    OUT.write_bytes(
        struct.pack(f"<{WORDS}I", *hashes) + bytes(weights[i] for i in order) + packed(rows[order]).tobytes()
    )


if __name__ == "__main__":
    main()
