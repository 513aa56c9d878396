import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff_ms } from '../node_modules/.cache/keel-test/backoff.js';
import { Connection } from '../node_modules/.cache/keel-test/connection.js';
import { FakeWorld, bot, welcome, you } from './fakes.mjs';

function dialled() {
  const world = new FakeWorld();
  const heard = [];
  const links = [];
  const connection = new Connection(world, {
    hello: () => ({ locale: 'en' }),
    frame: (frame) => heard.push(frame.seq ?? frame.type),
    link: (link, code) => links.push(code ? `${link} ${code}` : link),
  });
  connection.start();
  world.socket.open();
  return { world, connection, heard, links };
}

test('the wait doubles up to half a minute and is random within that', () => {
  const rows = [
    [0, 1, 500],
    [1, 1, 1000],
    [3, 1, 4000],
    [6, 1, 30_000],
    [60, 1, 30_000],
    [4, 0, 0],
    [4, 0.5, 4000],
  ];
  for (const [attempt, random, ms] of rows) assert.equal(backoff_ms(attempt, random), ms);
});

test('hello goes first, with the last number seen', () => {
  const { world } = dialled();
  assert.deepEqual(world.socket.sent, [{ type: 'hello', last_seq: 0, locale: 'en' }]);
});

test('a record that is already here is not handed on again', () => {
  const { world, heard } = dialled();
  world.socket.says(welcome());
  for (const frame of [bot(1), bot(2), bot(1), bot(2), bot(3)]) world.socket.says(frame);
  assert.deepEqual(heard, ['welcome', 1, 2, 3]);
});

test('a gap closes with 4410, and hello then asks for what is missing', () => {
  const { world, heard } = dialled();
  world.socket.says(welcome());
  world.socket.says(bot(1));
  const first = world.socket;
  first.says(bot(3));
  assert.equal(first.closed_with, 4410);
  world.pass(30_000);
  assert.notEqual(world.socket, first);
  world.socket.open();
  assert.equal(world.socket.sent[0].last_seq, 1);
  world.socket.says(welcome({ resumed: true }));
  world.socket.says(bot(2));
  world.socket.says(bot(3));
  assert.deepEqual(heard, ['welcome', 1, 'welcome', 2, 3]);
});

test('a gap that is still there does not become a storm of new connections', () => {
  const { world } = dialled();
  const waits = [];
  for (let at = 0; at < 8; at += 1) {
    world.socket.says(welcome({ resumed: at > 0 }));
    world.socket.says(bot(5));
    const [before, from] = [world.sockets.length, world.time];
    while (world.sockets.length === before) world.pass(50);
    waits.push(world.time - from);
    world.socket.open();
  }
  assert.ok(waits[0] <= 300, `the first try comes soon, not after ${waits[0]} ms`);
  assert.ok(waits.at(-1) >= 15_000, `the last waits its turn, not ${waits.at(-1)} ms`);
});

test('numbers that became void start from nothing', () => {
  const { world, heard } = dialled();
  world.socket.says(welcome());
  world.socket.says(bot(1));
  world.socket.breaks();
  world.pass(30_000);
  world.socket.open();
  world.socket.says(welcome({ resumed: false, epoch: 'e2' }));
  world.socket.says(bot(1));
  assert.deepEqual(heard, ['welcome', 1, 'welcome', 1]);
});

test('a ping is answered and not handed on', () => {
  const { world, heard } = dialled();
  world.socket.says(welcome());
  world.socket.says({ type: 'ping' });
  assert.deepEqual(world.socket.types(), ['hello', 'pong']);
  assert.deepEqual(heard, ['welcome']);
});

test('silence for two heartbeats and five seconds ends the line; pings keep it', () => {
  const { world, connection } = dialled();
  world.socket.says(welcome({ heartbeat_s: 10 }));
  for (let at = 0; at < 5; at += 1) {
    world.pass(20_000);
    world.socket.says({ type: 'ping' });
  }
  assert.equal(world.sockets.length, 1);
  world.pass(25_001);
  assert.equal(world.sockets[0].closed_with, 4000);
  assert.notEqual(connection.link, 'open');
});

test('a server that never says welcome is given up after fifteen seconds', () => {
  const { world } = dialled();
  world.pass(15_001);
  assert.equal(world.sockets[0].closed_with, 4000);
});

test('it stops for good where trying again is pointless', () => {
  for (const code of [4400, 4401, 4403, 4406]) {
    const { world, links } = dialled();
    world.socket.breaks(code);
    world.pass(600_000);
    assert.equal(world.sockets.length, 1, String(code));
    assert.equal(links.at(-1), `stopped ${code}`);
  }
});

test('it comes back after every other close', () => {
  for (const code of [1000, 1001, 1006, 1009, 1013, 4408, 4410, 4429]) {
    const { world } = dialled();
    world.socket.breaks(code);
    world.pass(60_000);
    assert.ok(world.sockets.length > 1, String(code));
  }
});

test('a server that is busy is given more time than a lost line', () => {
  for (const [code, comes_back] of [
    [1006, true],
    [1013, false],
    [4429, false],
  ]) {
    const { world } = dialled();
    world.socket.breaks(code);
    world.pass(1000);
    assert.equal(world.sockets.length > 1, comes_back, String(code));
  }
});

test('waking up tries at once and does not double the line', () => {
  const { world, connection } = dialled();
  world.socket.breaks();
  world.socket.breaks();
  connection.nudge();
  connection.nudge();
  connection.start();
  assert.equal(world.sockets.length, 2);
  world.pass(60);
  assert.equal(world.sockets.length, 2);
});

test('after stop nothing comes back and nothing is heard', () => {
  const { world, connection, heard } = dialled();
  const socket = world.socket;
  socket.says(welcome());
  connection.stop();
  assert.deepEqual(socket.types(), ['hello', 'bye']);
  socket.says(bot(1));
  world.pass(600_000);
  assert.deepEqual(heard, ['welcome']);
  assert.equal(world.sockets.length, 1);
});

test('records before the welcome are not believed', () => {
  const { world, heard } = dialled();
  world.socket.says(you(1, 'x'));
  assert.deepEqual(heard, []);
});
