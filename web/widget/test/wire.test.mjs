import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { read_frame } from '../node_modules/.cache/keel-test/wire.js';

const folder = new URL('../../../tests/wire/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const from_server = [
  'welcome', 'ack', 'you', 'bot', 'notice', 'content', 'ping', 'export', 'erased', 'error',
];
const from_client = ['hello', 'user', 'event', 'export-request', 'erase', 'pong', 'bye'];

test('every file of example frames is known to this test', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  for (const name of [...from_server, ...from_client])
    assert.ok(files.includes(`${name}.json`), name);
});

for (const name of from_server) {
  test(`the reader takes every example of ${name}`, () => {
    const frames = read(`${name}.json`);
    assert.ok(frames.length > 0);
    for (const frame of frames) {
      assert.equal(read_frame(JSON.stringify(frame))?.type, frame.type, JSON.stringify(frame));
    }
  });
}

test('the reader refuses what is broken, without throwing', () => {
  for (const { why, frame, raw } of read('invalid/from-server.json')) {
    assert.equal(read_frame(raw ?? JSON.stringify(frame)), undefined, why);
  }
});

test('a frame keeps what matters and unknown fields do no harm', () => {
  const bot = read_frame(JSON.stringify(read('bot.json').at(-1)));
  assert.equal(bot.card.kind, 'other');
  assert.equal(bot.alt, 'The same in plain words.');
  const scale = read_frame(JSON.stringify(read('bot.json')[3]));
  assert.deepEqual(scale.card, { kind: 'scale', min: 0, max: 10 });
  assert.equal(scale.state.can_undo, true);
});

test('a crisis card stays one even when none of its lines can be reached', () => {
  const card = {
    kind: 'crisis',
    level: 'emergency',
    lines: [{ name: 'No way to reach them', for: 'suicide' }],
  };
  const frame = read_frame(JSON.stringify({ type: 'bot', seq: 1, text: 'x', card }));
  assert.deepEqual(frame.card, { kind: 'crisis', level: 'emergency', lines: [], directory: null });
});

test('a card that lacks what it needs falls back to its plain words', () => {
  const broken = [
    { kind: 'scale', min: 5, max: 5 },
    { kind: 'scale', min: '0', max: '10' },
    { kind: 'pacer', in_ms: 0, out_ms: 1, rounds: 1 },
    { kind: 'marks', pieces: [], kinds: [] },
    { kind: 'list', items: [] },
    { kind: 7 },
  ];
  for (const card of broken) {
    const frame = read_frame(JSON.stringify({ type: 'bot', seq: 1, text: 'x', card }));
    assert.equal(frame.card.kind, 'other', JSON.stringify(card));
  }
});
