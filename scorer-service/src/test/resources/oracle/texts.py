"""The texts that every metric is checked on: read from texts.json, or made by its rule.

A rule draws each word by the linear congruential generator x -> (1103515245 x + 12345) mod 2^31, seeded, as
vocabulary[(x >> 16) mod size], and ends a sentence after every so many words. The Java tests make the same texts.
"""

import json
import pathlib

HERE = pathlib.Path(__file__).parent


def by_rule(rule):
    state = rule["seed"]
    words = []
    for i in range(1, rule["words"] + 1):
        state = (1103515245 * state + 12345) % 2**31
        word = rule["vocabulary"][(state >> 16) % len(rule["vocabulary"])]
        words.append(word + "." if i % rule["sentence"] == 0 else word)
    return " ".join(words)


def texts():
    """Name -> text, in the order of the file."""
    entries = json.loads((HERE / "texts.json").read_text(encoding="utf-8"))
    return {e["name"]: e["text"] if "text" in e else by_rule(e["rule"]) for e in entries}


def write(name, values):
    """One line a text, so that a change shows."""
    lines = [f"  {json.dumps(text)}: {json.dumps(figures)}" for text, figures in values.items()]
    (HERE / name).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
