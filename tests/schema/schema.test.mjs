// The schema and the loader are two readers of one form: what `keel build` writes fits the schema,
// and what the schema refuses the loader refuses too (tests/unit/canonical_test.cpp plays the same
// changes).
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';

const keel = process.env.KEEL ?? '../../build/release/keel';
const run = (...args) => execFileSync(keel, args, {encoding: 'utf8', maxBuffer: 1 << 28});
const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

const schema = JSON.parse(run('build', '--schema'));
const validate = new Ajv2020({strict: true, strictRequired: false, strictTypes: false}).compile(schema);
const explained = () => JSON.stringify(validate.errors?.slice(0, 3));

// What only the whole document can show: names that are not there, circles, patterns.
const beyondASchema = [
  'is not among', 'leads outside', 'is the label of', 'is the id of', 'is no part', 'is no slot',
  'there is no flow', 'nothing is heard', 'is no definition', 'is defined by itself', 'leads in a circle',
  'is the last one', 'has other places', 'is another step', 'only a flow of the house', 'does not find',
  'must lie between 0 and', '/patterns/0: ', '/entries/0: ', '/speech: needs', '/condition: needs a key',
];

function changed(document, {place, value}) {
  const steps = place.split('/').slice(1);
  const last = steps.pop();
  const parent = steps.reduce((at, step) => at[step], document);
  if (value !== undefined) parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return document;
}

test('the schema printed is the schema in the tree', () => {
  assert.deepEqual(schema, read('../../engine/canonical/program.schema.json'));
});

test('the bundled coach fits the schema', () => {
  const document = JSON.parse(run('build', '--pack', '../..'));
  assert.ok(validate(document), explained());
});

test('a small document with every kind of step fits the schema', () => {
  assert.ok(validate(read('../programs/small.json')), explained());
});

test('what one value gets wrong is refused by the schema too', () => {
  for (const change of read('../programs/changes.json')) {
    if (beyondASchema.some((words) => change.answer.includes(words))) continue;
    assert.equal(validate(changed(read('../programs/small.json'), change)), false, JSON.stringify(change));
  }
});

test('every key that the schema names is one that a document can have', () => {
  // The other way round of additionalProperties: a key that nothing writes is a key nobody tested.
  const written = new Set();
  const gather = (value) => {
    if (value === null || typeof value !== 'object') return;
    if (!Array.isArray(value)) Object.keys(value).forEach((key) => written.add(key));
    Object.values(value).forEach(gather);
  };
  gather(read('../programs/small.json'));
  gather(JSON.parse(run('build', '--pack', '../..')));
  const named = new Set();
  const walk = (value) => {
    if (value === null || typeof value !== 'object') return;
    if (value.properties) Object.keys(value.properties).forEach((key) => named.add(key));
    Object.values(value).forEach(walk);
  };
  walk(schema);
  const missing = [...named].filter((key) => !written.has(key));
  assert.deepEqual(missing, []);
});
