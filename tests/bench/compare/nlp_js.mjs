// Trains nlp.js on LABEL<TAB>TEXT lines and measures it on others:
//
//   node nlp_js.mjs TRAIN TEST
//
// Prints what `keel eval --json` prints, and the program's name.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import nodeNlp from 'node-nlp';

const { version } = createRequire(import.meta.url)('node-nlp/package.json');

function labelled(path) {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/).filter((line) => line !== '');
  return lines.map((line) => line.split('\t'));
}

// Its defaults, but for a log of the training and a copy of the model on disk.
async function trained(examples) {
  const settings = { languages: ['en'], autoSave: false, nlu: { log: false } };
  const manager = new nodeNlp.NlpManager(settings);
  for (const [label, text] of examples) manager.addDocument('en', text, label);
  const begin = performance.now();
  await manager.train();
  return { manager, train_ms: performance.now() - begin };
}

// Nothing here is out of scope, and the others must choose too: "None" is passed over.
async function guess(manager, text) {
  const { classifications } = await manager.classify('en', text);
  return classifications.find(({ intent }) => intent !== 'None')?.intent;
}

const [train, test] = process.argv.slice(2).map(labelled);
const { manager, train_ms } = await trained(train);
const peak_rss_bytes = process.resourceUsage().maxRSS * 1024;

let right = 0;
const micros = [];
for (const [label, text] of test) {
  const begin = performance.now();
  const guessed = await guess(manager, text);
  micros.push((performance.now() - begin) * 1000);
  if (guessed === label) right += 1;
}
micros.sort((a, b) => a - b);

console.log(JSON.stringify({
  program: `nlp.js ${version}`,
  accuracy: right / test.length,
  train_ms,
  us_p50: micros[Math.floor(micros.length / 2)],
  model_bytes: Buffer.byteLength(manager.export(true)),
  peak_rss_bytes,
}));
