import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date_words, scale_steps } from '../node_modules/.cache/keel-test/amounts.js';
import { adjusted, breath_at } from '../node_modules/.cache/keel-test/breath.js';
import { clock_words, left_ms, milestone } from '../node_modules/.cache/keel-test/clock.js';
import * as help from '../node_modules/.cache/keel-test/help_lines.js';
import { new_id } from '../node_modules/.cache/keel-test/ids.js';
import { mark_payload, mark_quote } from '../node_modules/.cache/keel-test/marks.js';
import { ShiftThree } from '../node_modules/.cache/keel-test/shift_three.js';
import { Store } from '../node_modules/.cache/keel-test/storage.js';
import { english } from '../node_modules/.cache/keel-test/strings.js';
import { FakeShelf } from './fakes.mjs';

test('a pause is written the way people read clocks', () => {
  const rows = [
    [0, '0:00'],
    [1, '0:01'],
    [59_000, '0:59'],
    [60_000, '1:00'],
    [599_001, '10:00'],
    [3_600_000, '1 h 0 min'],
    [26_100_000, '7 h 15 min'],
  ];
  for (const [ms, words] of rows) assert.equal(clock_words(ms), words);
  assert.equal(left_ms(10, 20), 0);
});

test('a pause is spoken of half way, with a minute left, and at its end, once each', () => {
  const whole_ms = 600_000;
  const spoken = [];
  for (let left = whole_ms; left >= 0; left -= 1000) {
    const passed = milestone(left, Math.max(0, left - 1000), whole_ms);
    if (passed) spoken.push(passed);
  }
  assert.deepEqual(spoken, ['half', 'minute', 'over']);
});

test('after a reload nothing that has passed is spoken again, and a short pause has no half', () => {
  assert.equal(milestone(30_000, 29_000, 600_000), null);
  assert.equal(milestone(0, 0, 600_000), null);
  assert.equal(milestone(60_500, 59_500, 120_000), 'minute');
  assert.equal(milestone(500_000, 0, 600_000), 'over');
});

test('a breath is found from the time gone by', () => {
  const pace = { in_ms: 4000, out_ms: 6000, rounds: 2 };
  assert.deepEqual(breath_at(pace, 0), { phase: 'in', round: 1, count: 1, left_ms: 4000 });
  assert.deepEqual(breath_at(pace, 3999), { phase: 'in', round: 1, count: 4, left_ms: 1 });
  assert.deepEqual(breath_at(pace, 4000), { phase: 'out', round: 1, count: 1, left_ms: 6000 });
  assert.equal(breath_at(pace, 19_999).round, 2);
  assert.equal(breath_at(pace, 20_000), undefined);
});

test('a pace stays within what is comfortable however often it is changed', () => {
  let pace = { in_ms: 4000, out_ms: 6000, rounds: 2 };
  for (let at = 0; at < 40; at += 1) pace = adjusted(pace, 1.15);
  assert.deepEqual([pace.in_ms, pace.out_ms], [10_000, 10_000]);
  for (let at = 0; at < 40; at += 1) pace = adjusted(pace, 1 / 1.15);
  assert.deepEqual([pace.in_ms, pace.out_ms], [2000, 2000]);
});

test('shift three times leaves', () => {
  const rows = [
    ['three alone', [['Shift'], ['Shift'], ['Shift']], 3],
    ['two are not enough', [['Shift'], ['Shift']], 2],
    ['another key starts over', [['Shift'], ['Shift'], ['a'], ['Shift']], 1],
    [
      'capital letters do not count',
      [['A', true], ['Shift'], ['B', true], ['Shift'], ['C', true], ['Shift']],
      0,
    ],
    ['held through other keys', [['Tab', true], ['Shift'], ['Shift'], ['Shift']], 2],
    ['too slow', [['Shift'], ['Shift'], ['Shift', false, 5001]], 1],
    [
      'each press gives five seconds more',
      [['Shift'], ['Shift', false, 4900], ['Shift', false, 9800]],
      3,
    ],
  ];
  for (const [name, keys, want] of rows) {
    const counter = new ShiftThree();
    let got = 0;
    for (const [key, held = false, at = 0] of keys) got = counter.key_up(key, held, at);
    assert.equal(got, want, name);
  }
});

test('after leaving was reached the count starts over', () => {
  const counter = new ShiftThree();
  const counts = Array.from({ length: 4 }, () => counter.key_up('Shift', false, 0));
  assert.deepEqual(counts, [1, 2, 3, 1]);
});

test('links to call and text hold digits and nothing that could be something else', () => {
  assert.equal(help.tel_link('0808 2000 247'), 'tel:08082000247');
  assert.equal(help.tel_link('+44 (0)20;evil'), 'tel:+44020');
  assert.equal(help.sms_link('85258', 'SHOUT'), 'sms:85258?&body=SHOUT');
  assert.equal(help.sms_link('988', null), 'sms:988');
  assert.equal(help.web_link('findahelpline.com'), 'https://findahelpline.com/');
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'http://x.org', 'https://', '']) {
    assert.equal(help.web_link(bad), undefined, bad);
  }
});

test('a line that nobody checked is shown to no one, emergency numbers aside', () => {
  const lines = help.read_help_lines([
    { name: 'A', for: 'suicide', phone: '1', verification: 'to-check', country: 'DE' },
    { name: 'B', for: 'emergency', phone: '112', verification: 'to-check', country: 'DE' },
    { name: 'C', for: 'suicide', phone: '2', verification: 'one-source', country: 'DE' },
    { name: 'D', for: 'suicide', country: 'DE' },
    { for: 'suicide', phone: '3' },
    null,
  ]);
  assert.deepEqual(
    lines.map(({ name }) => name),
    ['B', 'C'],
  );
  assert.deepEqual(help.read_help_lines({ lines: [{ name: 'A', phone: '1' }] }).length, 1);
  assert.deepEqual(help.read_help_lines('no'), []);
  assert.deepEqual(help.read_help_lines(null), []);
});

test('a country shows its emergency number first and the directory last', () => {
  const lines = help.read_help_lines([
    { name: 'dir', for: 'general', chat: 'x.org', country: 'ZZ' },
    { name: 'talk', for: 'suicide', phone: '1', country: 'GB' },
    { name: 'home', for: 'domestic-violence', phone: '1', country: 'GB' },
    { name: 'now', for: 'emergency', phone: '999', country: 'GB' },
    { name: 'other', for: 'emergency', phone: '911', country: 'US' },
  ]);
  assert.deepEqual(
    help.lines_for(lines, 'GB').map(({ name }) => name),
    ['now', 'talk', 'home', 'dir'],
  );
  assert.deepEqual(
    help.lines_for(lines, 'ZZ').map(({ name }) => name),
    ['dir'],
  );
});

test('the first guess of a country trusts the clock more than the language', () => {
  const known = ['GB', 'US', 'DE', 'EU', 'AU', 'NZ', 'IN', 'CA', 'MX'];
  const rows = [
    ['Europe/London', 'en-US', 'GB'],
    ['Europe/Berlin', 'en-US', 'DE'],
    ['Europe/Rome', 'en-US', 'EU'],
    ['America/New_York', 'en-US', 'US'],
    ['America/Toronto', 'en-US', 'CA'],
    ['America/Chicago', 'en', 'ZZ'],
    ['Australia/Perth', 'en-GB', 'AU'],
    ['Pacific/Auckland', 'en-US', 'NZ'],
    ['Asia/Calcutta', 'en-US', 'IN'],
    ['Asia/Bangkok', 'en-US', 'ZZ'],
    ['UTC', 'en-GB', 'GB'],
    ['', 'de-DE', 'DE'],
    ['Europe/Paris', 'fr-FR', 'ZZ'],
  ];
  for (const [zone, language, want] of rows) {
    assert.equal(help.guess_country(zone, language, known), want, `${zone} ${language}`);
  }
});

test('a scale has every number when there are few and even steps when there are many', () => {
  assert.deepEqual(scale_steps(0, 10), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  assert.deepEqual(scale_steps(1, 5), [1, 2, 3, 4, 5]);
  assert.deepEqual(scale_steps(0, 100), [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  assert.equal(scale_steps(0, 95).at(-1), 95);
});

test('a day is said in words, and half a day is not said', () => {
  assert.equal(date_words('2026-03-05', 'en-GB'), '5 March 2026');
  assert.equal(date_words('2026-3-5', 'en-GB'), undefined);
  assert.equal(date_words('', 'en-GB'), undefined);
});

test('a correction names its piece by number and quotes its words', () => {
  assert.equal(mark_payload(2, 'feeling'), 'mark:2:feeling');
  assert.equal(mark_quote({ text: ' he left ', kind: 'fact' }), 'he left');
  assert.equal(Array.from(mark_quote({ text: '😶'.repeat(80), kind: 'fact' })).length, 61);
});

test('ids are UUIDs and differ', () => {
  const ids = Array.from({ length: 200 }, new_id);
  for (const id of ids)
    assert.match(id, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  assert.equal(new Set(ids).size, ids.length);
});

test('a browser that forbids storage still works until the tab closes', () => {
  const forbidden = () => {
    throw new Error('denied');
  };
  const store = new Store('x', forbidden, forbidden);
  store.set_account({ session: 's', token: 't', epoch: 'e' });
  assert.equal(store.account().token, 't');
  store.wipe();
  assert.equal(store.account(), null);
});

test('a full shelf loses nothing that is in memory and throws nothing', () => {
  const full = new FakeShelf();
  full.setItem = () => {
    throw new Error('quota');
  };
  const store = new Store(
    'x',
    () => full,
    () => full,
  );
  store.set_draft('words');
  store.keep_message({ id: 'a', text: 'b', at: 1 });
  assert.deepEqual(store.messages(), []);
});

test('wiping removes every key of this place and no other', () => {
  const shelf = new FakeShelf();
  const here = new Store(
    'here',
    () => shelf,
    () => new FakeShelf(),
  );
  const there = new Store(
    'there',
    () => shelf,
    () => new FakeShelf(),
  );
  for (const store of [here, there]) {
    store.set_account({ session: 's', token: 't', epoch: 'e' });
    store.keep_message({ id: 'a', text: 'b', at: 1 });
    store.set_country('GB');
  }
  here.wipe();
  assert.equal(here.account(), null);
  assert.deepEqual(here.messages(), []);
  assert.equal(there.account().token, 't');
  assert.equal(there.messages().length, 1);
});

test('no sentence of the element presses, shames, counts days or shouts', () => {
  const banned =
    /!|streak|in a row|miss you|sure you want|don.t go|before you go|last chance|hurry|only \d+ left|congrat|oops/i;
  const flat = (value) =>
    typeof value === 'function'
      ? [value(1, 'a'), value(2, 'b')]
      : typeof value === 'object'
        ? Object.values(value).flatMap(flat)
        : [value];
  for (const [name, value] of Object.entries(english)) {
    for (const text of flat(value)) assert.doesNotMatch(String(text), banned, name);
  }
});
