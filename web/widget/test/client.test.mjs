import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '../node_modules/.cache/keel-test/client.js';
import { Store } from '../node_modules/.cache/keel-test/storage.js';
import { open_replies } from '../node_modules/.cache/keel-test/talk.js';
import { FakeShelf, FakeWorld, bot, welcome, you } from './fakes.mjs';

function tab(local = new FakeShelf(), world = new FakeWorld()) {
  const store = new Store(
    'here',
    () => local,
    () => new FakeShelf(),
  );
  const told = [];
  const client = new Client(world, store, () => ({ locale: 'en' }), {
    changed: () => {},
    heard: (entry) => told.push(`heard ${entry.text}`),
    returned: (text, code) => told.push(`returned ${text} ${code}`),
    exported: (data) => told.push(`exported ${JSON.stringify(data)}`),
    erased: () => told.push('erased'),
    trouble: (code) => told.push(`trouble ${code}`),
    welcomed: () => told.push('welcomed'),
  });
  return { client, world, store, local, told };
}

function begun(more) {
  const made = tab(...(more ?? []));
  made.client.begin();
  made.world.socket.open();
  made.world.socket.says(welcome());
  return made;
}

const sent_users = (world) =>
  world.sockets.flatMap((socket) => socket.sent.filter(({ type }) => type === 'user'));

test('nothing is stored and nothing is dialled before Begin', () => {
  const { client, world, local } = tab();
  assert.equal(client.resume(), false);
  assert.equal(world.sockets.length, 0);
  assert.equal(local.items.size, 0);
});

test('a new talk opens with the event, before any message', () => {
  const { client, world } = tab();
  client.begin();
  client.say('help');
  world.socket.open();
  world.socket.says(welcome());
  assert.deepEqual(world.socket.types(), ['hello', 'event', 'user']);
  assert.equal(world.socket.sent[1].name, 'opened');
});

test('what a watching server says of its content goes to the console alone', (context) => {
  const { client, world, told } = begun();
  const before = [...told];
  const entries = client.talk.entries.length;
  const said = [];
  context.mock.method(console, 'error', (text) => said.push(`error ${text}`));
  context.mock.method(console, 'info', (text) => said.push(`info ${text}`));
  world.socket.says({ type: 'content', ok: false, content_hash: '', text: 'pause.keel:3:1: no' });
  world.socket.says({ type: 'content', ok: true, content_hash: '12', text: 'new content' });
  assert.deepEqual(said, ['error pause.keel:3:1: no', 'info new content']);
  assert.deepEqual(told, before);
  assert.equal(client.talk.entries.length, entries);
});

test('a resumed talk does not open again, unless six hours went by', () => {
  for (const [hours, types] of [
    [1, ['hello']],
    [7, ['hello', 'event']],
  ]) {
    const { world, local } = begun();
    world.time += hours * 3_600_000;
    const again = tab(local, world);
    assert.equal(again.client.resume(), true);
    world.socket.open();
    assert.equal(world.socket.sent[0].token, 't');
    world.socket.says(welcome({ resumed: true }));
    assert.deepEqual(world.socket.types(), types, `${hours} hours`);
  }
});

test('a message typed without a line is sent once when it is back, under the same id', () => {
  const { client, world } = begun();
  world.socket.breaks();
  client.say('are you there');
  assert.equal(client.talk.outbox.length, 1);
  assert.equal(sent_users(world).length, 0);
  world.pass(30_000);
  world.socket.open();
  world.socket.says(welcome({ resumed: true }));
  const [frame, ...more] = sent_users(world);
  assert.equal(more.length, 0);
  world.socket.says({ type: 'ack', id: frame.id, seq: 1 });
  world.socket.says(you(1, frame.id, frame.text));
  assert.equal(client.talk.outbox.length, 0);
  assert.deepEqual(
    client.talk.entries.map(({ text }) => text),
    ['are you there'],
  );
});

test('a line that dies before the ack sends the same id again; after the ack it does not', () => {
  for (const acked of [false, true]) {
    const { client, world } = begun();
    client.say('one');
    const { id } = sent_users(world)[0];
    if (acked) world.socket.says({ type: 'ack', id, seq: 1 });
    world.socket.breaks();
    world.pass(30_000);
    world.socket.open();
    world.socket.says(welcome({ resumed: true }));
    assert.deepEqual(
      sent_users(world).map((frame) => frame.id),
      acked ? [id] : [id, id],
    );
    world.socket.says(you(1, id, 'one'));
    assert.equal(client.talk.entries.length, 1);
    assert.equal(client.talk.outbox.length, 0);
  }
});

test('a message survives the reload of its tab, in order', () => {
  const { client, world, local } = begun();
  world.socket.breaks();
  client.say('first');
  world.time += 5;
  client.say('second');
  const again = tab(local, world);
  again.client.resume();
  assert.deepEqual(
    again.client.talk.outbox.map(({ text }) => text),
    ['first', 'second'],
  );
  world.socket.open();
  world.socket.says(welcome({ resumed: true }));
  assert.deepEqual(
    sent_users(world).map(({ text }) => text),
    ['first', 'second'],
  );
});

test('an ack for a message whose record is already here settles it', () => {
  const { client, world } = begun();
  client.say('one');
  const { id } = sent_users(world)[0];
  world.socket.says({ type: 'ack', id, seq: 1 });
  assert.equal(client.talk.outbox.length, 1, 'it stays in view until its record comes');
  world.socket.says(you(1, id, 'one'));
  world.socket.says({ type: 'ack', id, seq: 1, duplicate: true });
  assert.equal(client.talk.outbox.length, 0);
});

test('a refused message comes back to the person; a busy server is tried again', () => {
  const { client, world, told } = begun();
  client.say('too much');
  const { id } = sent_users(world)[0];
  world.socket.says({ type: 'error', code: 'too_long', message: '', retryable: false, id });
  assert.ok(told.includes('returned too much too_long'));
  assert.equal(client.talk.outbox.length, 0);
  client.say('later');
  const second = sent_users(world)[1].id;
  world.socket.says({ type: 'error', code: 'store', message: '', retryable: true, id: second });
  assert.equal(client.talk.outbox.length, 1);
  world.pass(10_000);
  assert.equal(sent_users(world).filter((frame) => frame.id === second).length, 2);
});

test('a text over twenty thousand characters is not sent', () => {
  const { client, world } = begun();
  assert.equal(client.say('😶'.repeat(20_001)), false);
  assert.equal(client.say('😶'.repeat(20_000)), true);
  assert.equal(sent_users(world).length, 1);
});

test('half a character pair is made whole before it is sent', () => {
  const { client, world } = begun();
  client.say('a\ud83d b 😶');
  assert.equal(sent_users(world)[0].text, 'a\ufffd b 😶');
});

test('erasing wipes this browser when the server says so, and waits for the line otherwise', () => {
  const { client, world, local, told } = begun();
  world.socket.breaks();
  assert.equal(client.erase(), false);
  assert.ok(local.items.size > 0);
  world.pass(30_000);
  world.socket.open();
  world.socket.says(welcome({ resumed: true }));
  assert.equal(world.socket.types().at(-1), 'erase');
  world.socket.says({ type: 'erased' });
  assert.equal(local.items.size, 0);
  assert.deepEqual(told.at(-1), 'erased');
  assert.equal(client.talk.entries.length, 0);
});

test('what was to be erased and is unknown to the server counts as erased', () => {
  const { client, world, local } = begun();
  world.socket.breaks();
  client.erase();
  world.pass(30_000);
  world.socket.open();
  world.socket.breaks(4401);
  assert.equal(local.items.size, 0);
});

test('leaving wipes at once, and asks the server to erase only when told to', () => {
  for (const forget of [true, false]) {
    const { client, world, local } = begun();
    client.leave(forget);
    assert.equal(local.items.size, 0);
    assert.equal(world.socket.types().includes('erase'), forget);
    assert.equal(world.socket.closed_with, 1000);
    world.pass(600_000);
    assert.equal(world.sockets.length, 1);
  }
});

test('a forgotten talk is only replaced after asking, and unsent words go into the new one', () => {
  const { client, world } = begun();
  world.socket.breaks();
  client.say('still here');
  world.pass(30_000);
  world.socket.open();
  world.socket.breaks(4401);
  world.pass(600_000);
  assert.equal(client.link, 'stopped');
  const before = world.sockets.length;
  client.start_anew();
  assert.equal(world.sockets.length, before + 1);
  world.socket.open();
  assert.equal(world.socket.sent[0].token, undefined);
  world.socket.says(welcome({ session: 's2' }));
  assert.deepEqual(world.socket.types(), ['hello', 'event', 'user']);
});

test('replayed records are not announced, new ones are', () => {
  const { world, local } = begun();
  const again = tab(local, world);
  again.client.resume();
  world.socket.open();
  world.socket.says(welcome({ resumed: true, seq: 2 }));
  for (const seq of [1, 2, 3]) world.socket.says(bot(seq));
  assert.deepEqual(
    again.told.filter((line) => line.startsWith('heard')),
    ['heard b3'],
  );
});

test('replies are offered only while the turn is open', () => {
  const { client, world } = begun();
  world.socket.says(bot(1, 'ask', { last: true, quick_replies: [{ title: 'A', payload: 'a' }] }));
  assert.equal(open_replies(client.talk).length, 1);
  client.say('A', 'a');
  assert.equal(open_replies(client.talk).length, 0);
  const { id, payload } = sent_users(world)[0];
  assert.equal(payload, 'a');
  world.socket.says(you(2, id, 'A'));
  assert.equal(open_replies(client.talk).length, 0);
  world.socket.says(bot(3, 'next', { last: true, quick_replies: [{ title: 'B' }] }));
  assert.deepEqual(
    open_replies(client.talk).map(({ title }) => title),
    ['B'],
  );
});

test('an export is given only to the tab that asked', () => {
  const { client, world, told } = begun();
  client.download();
  const { id } = world.socket.sent.at(-1);
  world.socket.says({ type: 'export', id: 'another', data: 1 });
  world.socket.says({ type: 'export', id, data: { all: true } });
  assert.deepEqual(
    told.filter((line) => line.startsWith('exported')),
    ['exported {"all":true}'],
  );
});

test('a message sent again after the numbers became void is shown once', () => {
  const { client, world } = begun();
  client.say('one');
  const { id } = sent_users(world)[0];
  world.socket.says(you(1, id, 'one'));
  world.socket.says(bot(2));
  world.socket.breaks();
  world.pass(30_000);
  world.socket.open();
  world.socket.says(welcome({ resumed: false, epoch: 'e2' }));
  world.socket.says(you(1, id, 'one'));
  assert.equal(client.talk.entries.filter(({ text }) => text === 'one').length, 1);
  assert.equal(client.talk.generation, 1);
});

/// A seeded generator, so that a failure can be run again.
function dice(seed) {
  return () => {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
}

/// The server's rules in twenty lines: records, ids run once, a socket that may die at any moment.
class Server {
  records = [];
  acks = new Map();
  runs = [];
  hear(socket, frame, dies) {
    if (frame.type === 'hello') {
      socket.says(welcome({ resumed: frame.token !== undefined, seq: this.records.length }));
      for (const record of this.records.slice(frame.last_seq)) {
        if (dies()) return socket.breaks();
        socket.says(record);
      }
    }
    if (frame.type !== 'user') return undefined;
    if (dies()) return socket.breaks();
    const fresh = !this.acks.has(frame.id);
    const from = fresh ? this.records.length : this.acks.get(frame.id) - 1;
    if (fresh) {
      this.runs.push(frame.text);
      this.records.push(
        you(from + 1, frame.id, frame.text),
        bot(from + 2, `re: ${frame.text}`, { last: true }),
      );
      this.acks.set(frame.id, from + 1);
    }
    if (dies()) return socket.breaks();
    socket.says({ type: 'ack', id: frame.id, seq: from + 1, duplicate: !fresh });
    for (const record of this.records.slice(from)) {
      if (dies()) return socket.breaks();
      socket.says(record);
    }
    return undefined;
  }
}

test('under a thousand random faults nothing is lost, nothing doubled, and the order kept', () => {
  let met = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const roll = dice(seed);
    const world = new FakeWorld();
    world.chance = 0.3;
    const server = new Server();
    let faults = 0;
    const dies = () => faults < 25 && roll() < 0.25 && (faults += 1) > 0;
    const { client } = tab(new FakeShelf(), world);
    client.begin();
    const serve = () => {
      for (const socket of world.sockets) {
        if (socket.onopen && !socket.opened) {
          socket.opened = true;
          socket.open();
        }
        while (socket.onmessage && socket.sent.length > (socket.done ?? 0)) {
          const frame = socket.sent[socket.done ?? 0];
          socket.done = (socket.done ?? 0) + 1;
          server.hear(socket, frame, dies);
        }
      }
    };
    const said = [];
    for (let at = 0; at < 20; at += 1) {
      said.push(`m${at}`);
      client.say(`m${at}`);
      world.time += 1;
      serve();
      if (roll() < 0.5) world.pass(Math.floor(roll() * 5000));
      serve();
    }
    for (let at = 0; at < 60; at += 1) {
      world.pass(30_000);
      serve();
    }
    const shown = client.talk.entries.map(({ seq }) => seq);
    assert.deepEqual(server.runs, said, `seed ${seed}`);
    assert.deepEqual(
      shown,
      server.records.map(({ seq }) => seq),
      `seed ${seed}`,
    );
    assert.deepEqual(client.talk.outbox, [], `seed ${seed}`);
    met += faults;
  }
  assert.ok(met >= 1000, `only ${met} faults were met`);
});
