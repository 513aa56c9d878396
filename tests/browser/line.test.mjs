// The line to the server at its worst: nothing said is lost, nothing doubled, the order kept.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { begin, field, hears, new_person, open_browser, type, words_in_log } from './browser.mjs';
import { FakeServer } from './fake_server.mjs';

let server;
let browser;
let person;
let page;
before(async () => {
  browser = await open_browser();
});
after(() => browser?.close());
beforeEach(async () => {
  server = await new FakeServer().start();
  person = await new_person(browser);
  page = await person.open(server.url);
});
afterEach(async () => {
  await person.context.close();
  await server.stop();
});

/// What the strip above the talk says; a screen reader hears the same from the status region.
const strip = (tab, text) => tab.locator('keel-chat .strip', { hasText: text });
const plain = (words) => words.map((text) => text.replace(/^(You:|keel:) /, ''));
const in_log = async (tab = page) => plain(await words_in_log(tab));
const on_server = () => server.only_session().records.map(({ text }) => text);
const agrees = async (tab = page) => {
  const want = on_server();
  await tab.waitForFunction(
    (count) =>
      document.querySelector('keel-chat').shadowRoot.querySelectorAll('.log .words').length ===
      count,
    want.length,
  );
  assert.deepEqual(await in_log(tab), want);
};
const run_once = () =>
  assert.ok(
    [...server.runs.values()].every((count) => count === 1),
    'a message was run twice',
  );

test('before Begin nothing is stored and no line is opened', async () => {
  assert.deepEqual(
    await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]),
    [],
  );
  assert.equal(server.sessions.size, 0);
  assert.ok(!server.requests.includes('/v1/socket'));
  const text = await page
    .locator('keel-chat')
    .evaluate((node) => node.shadowRoot.querySelector('.intro').textContent);
  for (const said of [
    /written beforehand/,
    /[Nn]ot a\s+person/,
    /not therapy/,
    /not an emergency service/,
    /clinician/,
    /18 or over/,
    /encrypted/,
    /local storage/,
    /erase/,
  ]) {
    assert.match(text, said);
  }
});

test('a reload keeps the talk, the open question, the draft and the running pause', async () => {
  await begin(page);
  await type(page, 'timer');
  await hears(page, 'Ten minutes');
  await field(page).fill('half a thought');
  const before = await in_log();
  await page.reload();
  await hears(page, 'Ten minutes');
  assert.deepEqual(await in_log(), before);
  assert.equal(await field(page).inputValue(), 'half a thought');
  await page.getByRole('button', { name: 'I can stop here' }).waitFor();
  assert.match(await page.getByRole('timer').textContent(), /^(10:00|9:5\d)$/);
  assert.equal(server.only_session().events.length, 1, 'opened is said once');
});

test('a pause that is no longer in the state is gone', async () => {
  await begin(page);
  await type(page, 'timer');
  await page.getByRole('timer').waitFor();
  server.speak([{ text: 'The pause ran out. How is it now?' }]);
  await hears(page, 'The pause ran out');
  await page.getByRole('timer').waitFor({ state: 'detached' });
});

test('words written during an outage are kept, marked, and sent exactly once, in order', async () => {
  await begin(page);
  await server.stop();
  await strip(page, 'No connection right now').waitFor();
  await type(page, 'first while away');
  await type(page, 'second while away');
  await page.locator('.pending', { hasText: 'first while away' }).getByText('Kept.').waitFor();
  await server.start(server.port);
  await hears(page, 'You wrote: second while away');
  await agrees();
  run_once();
  assert.deepEqual(
    server.frames.map(({ text }) => text),
    ['first while away', 'second while away'],
  );
  assert.equal(await page.locator('.pending').count(), 0);
  await strip(page, 'No connection right now').waitFor({ state: 'hidden' });
});

test('"Try now" does not wait for the next try of its own', async () => {
  await begin(page);
  const half_a_minute = 60; // times the first wait
  await page.evaluate((chance) => (Math.random = () => chance), half_a_minute);
  await server.stop();
  await strip(page, 'No connection right now').waitFor();
  await server.start(server.port);
  await page.getByRole('button', { name: 'Try now' }).click();
  await strip(page, 'No connection right now').waitFor({ state: 'hidden' });
  await type(page, 'back again');
  await hears(page, 'You wrote: back again');
});

test('words written during an outage survive a closed tab', async () => {
  await begin(page);
  await page.context().setOffline(true);
  server.cut();
  await strip(page, 'No connection right now').waitFor();
  await type(page, 'kept through the reload');
  await page.close();
  await person.context.setOffline(false);
  page = await person.open(server.url);
  await hears(page, 'You wrote: kept through the reload');
  await agrees();
  run_once();
});

for (const fault of ['before_ack', 'after_ack']) {
  test(`the line dies ${fault.replace('_', ' the ')}: the message is run once and answered`, async () => {
    await begin(page);
    server.faults[fault] = 1;
    await type(page, 'can you hear me');
    await hears(page, 'You wrote: can you hear me');
    await agrees();
    run_once();
  });
}

test('the line dies during the replay: it goes on from where it was', async () => {
  await begin(page);
  for (const word of ['one', 'two', 'three']) {
    await type(page, word);
    await hears(page, `You wrote: ${word}`);
  }
  server.faults.during_replay = 3;
  await page.reload();
  await agrees();
  assert.equal(server.faults.during_replay, 0);
});

test('a record that got lost on the way is fetched again', async () => {
  await begin(page);
  server.faults.gap = 1;
  await type(page, 'gap');
  await agrees();
});

test('the server is killed and comes back: nothing is lost', async () => {
  await begin(page);
  await type(page, 'before the kill');
  await hears(page, 'You wrote: before the kill');
  await server.restart();
  await type(page, 'after the kill');
  await hears(page, 'You wrote: after the kill');
  await agrees();
  run_once();
});

test('a server that lost its numbers: what is shown stays as history, the talk goes on', async () => {
  await begin(page);
  await type(page, 'from before');
  await hears(page, 'You wrote: from before');
  await server.restart({ forget: true });
  await type(page, 'from after');
  await hears(page, 'You wrote: from after');
  const words = await in_log();
  assert.ok(words.includes('from before') && words.includes('from after'));
  await page.getByText('The server no longer has this part').waitFor();
});

test('a token that is no longer known is asked about, not silently replaced', async () => {
  await begin(page);
  await type(page, 'still in view');
  await hears(page, 'You wrote: still in view');
  server.sessions.clear();
  server.cut();
  await strip(page, 'The server no longer knows this talk').waitFor();
  assert.equal(server.sessions.size, 0);
  assert.ok((await in_log()).includes('still in view'));
  await page.getByRole('button', { name: 'Start a new talk' }).click();
  await strip(page, 'The server no longer knows this talk').waitFor({ state: 'hidden' });
  assert.equal(server.sessions.size, 1);
});

test('when one tab starts anew after the server forgot the talk, the others follow', async () => {
  await begin(page);
  const second = await person.open(server.url);
  await hears(second, 'What is going on tonight?');
  server.sessions.clear();
  server.cut();
  for (const tab of [page, second])
    await strip(tab, 'The server no longer knows this talk').waitFor();
  await page.getByRole('button', { name: 'Start a new talk' }).click();
  await type(page, 'in the new talk');
  for (const tab of [page, second]) await hears(tab, 'You wrote: in the new talk');
  await agrees(second);
  assert.equal(server.sessions.size, 1);
});

test('three tabs show the same talk, whoever writes', async () => {
  await begin(page);
  const tabs = [page, await person.open(server.url), await person.open(server.url)];
  for (const [at, tab] of tabs.entries()) {
    await type(tab, `from tab ${at}`);
    for (const other of tabs) await hears(other, `You wrote: from tab ${at}`);
  }
  for (const tab of tabs) await agrees(tab);
  run_once();
  assert.equal(server.sessions.size, 1);
});

test('a tab that waits at the first screen joins when another presses Begin', async () => {
  const second = await person.open(server.url);
  await begin(page);
  await hears(second, 'What is going on tonight?');
  assert.equal(server.sessions.size, 1);
});

test('a refused message comes back into the field; a busy server is tried again', async () => {
  await begin(page);
  server.faults.too_long = 1;
  await type(page, 'much too much');
  await page.getByText('send it in parts').waitFor();
  assert.equal(await field(page).inputValue(), 'much too much');
  server.faults.busy = 1;
  await field(page).press('Enter');
  await hears(page, 'You wrote: much too much');
  await agrees();
  run_once();
});

test('a text over the limit is not taken from the field', async () => {
  await begin(page);
  const before = server.frames.length;
  await field(page).fill('x'.repeat(20_001));
  await field(page).press('Enter');
  await page.getByText('more than I can take at once').waitFor();
  assert.equal((await field(page).inputValue()).length, 20_001);
  assert.equal(server.frames.length, before);
});

test('markup in what anyone says is shown as it was typed', async () => {
  await begin(page);
  const nasty = '<img src=x onerror=alert(1)><b>bold</b> & "quotes"';
  await type(page, nasty);
  await hears(page, 'You wrote: <img');
  assert.ok((await in_log()).includes(nasty));
  assert.equal(await page.locator('keel-chat img, keel-chat .words b').count(), 0);
  assert.deepEqual(person.seen.errors, []);
});

test('download gives everything as one file', async () => {
  await begin(page);
  await type(page, 'export me');
  await hears(page, 'Here is how');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Download my talk' }).click();
  const download = await coming;
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const data = JSON.parse(Buffer.concat(chunks).toString());
  assert.ok(data.records.some(({ text }) => text === 'export me'));
  assert.deepEqual(person.seen, { violations: [], foreign: [], errors: [] });
});

test('erase asks once, without shaming, and then everything is gone in every tab', async () => {
  await begin(page);
  await type(page, 'to be erased');
  await hears(page, 'You wrote: to be erased');
  const second = await person.open(server.url);
  await hears(second, 'You wrote: to be erased');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  assert.equal(server.sessions.size, 1);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
  await page.getByText('Nothing of that talk is left').first().waitFor();
  await second.getByRole('button', { name: 'Begin' }).waitFor();
  assert.equal(server.sessions.size, 0);
  for (const tab of [page, second]) {
    assert.deepEqual(
      await tab.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]),
      [],
    );
    assert.equal(await tab.locator('keel-chat .log .words').count(), 0);
  }
  await begin(page);
  assert.equal(server.sessions.size, 1, 'a new talk can begin');
});

test('help lines are there without a line to the server', async () => {
  await begin(page);
  await server.stop();
  await page.getByRole('button', { name: 'Help lines', exact: true }).click();
  const call = page.getByRole('link', { name: 'Call 116 123, Samaritans' });
  await call.waitFor();
  assert.equal(await call.getAttribute('href'), 'tel:116123');
  const text = page.getByRole('link', { name: 'Text SHOUT to 85258, Shout' });
  assert.equal(await text.getAttribute('href'), 'sms:85258?&body=SHOUT');
  await page.getByLabel('Country').selectOption('DE');
  await page.getByRole('link', { name: 'Call 112, Emergency services' }).waitFor();
  assert.equal(await page.getByText('Not checked by anyone').count(), 0);
  await server.start(server.port);
});

test('a crisis card without a single line still gives numbers to call', async () => {
  await begin(page);
  await type(page, 'unlisted');
  await page.locator('keel-chat .card.warm', { hasText: '112 in Europe' }).waitFor();
});

test('after a crisis the first help line stays in view through later turns and reloads', async () => {
  await begin(page);
  await type(page, 'crisis');
  await hears(page, 'Are you thinking');
  const pinned = page.locator('keel-chat .strip.warm a');
  assert.equal(await pinned.getAttribute('href'), 'tel:116123');
  await page.reload();
  await pinned.waitFor();
  assert.equal(
    await page.evaluate(() => document.querySelector('keel-chat > [role=alert]').textContent),
    '',
    'no second alarm',
  );
});

test('a reader further up is not pulled down, and has a button to come back', async () => {
  await begin(page);
  await type(page, 'long');
  await hears(page, 'Paragraph 12');
  const log = page.getByRole('region', { name: 'The talk so far' });
  await log.evaluate((node) => (node.scrollTop = 0));
  await page.waitForFunction(
    () => document.querySelector('keel-chat').shadowRoot.querySelector('.log').scrollTop === 0,
  );
  server.speak([{ text: 'Something new at the end.' }]);
  await hears(page, 'Something new');
  const newest = page.getByRole('button', { name: 'New messages below' });
  await newest.waitFor();
  assert.equal(await log.evaluate((node) => node.scrollTop), 0);
  await newest.click();
  await newest.waitFor({ state: 'hidden' });
  assert.ok(await page.getByText('Something new at the end.').first().isVisible());
});

test('a correction of a mark is sent with its number and its words', async () => {
  await begin(page);
  await type(page, 'marks');
  await hears(page, 'This is how');
  await page.locator('button.piece').nth(2).click();
  await page
    .getByRole('group', { name: /is really/ })
    .getByRole('button', { name: 'A feeling' })
    .click();
  await hears(page, 'is: a feeling');
  assert.equal(server.frames.at(-1).payload, 'mark:2:feeling');
  assert.equal(await page.locator('button.piece').count(), 0, 'an answered card is only read');
});

test('typing works where a scale, a length of time or a day is asked for, and so do the helpers', async () => {
  await begin(page);
  await type(page, 'scale');
  await hears(page, 'How loud');
  const done = page.getByRole('button', { name: 'Done' });
  assert.ok(await done.isDisabled(), 'nothing looks like an answer before it is touched');
  await page.getByRole('radio', { name: '10', exact: true }).click();
  await page.getByRole('button', { name: 'Send 10' }).click();
  await hears(page, 'You wrote: 10');
  await type(page, 'duration');
  await hears(page, 'How long can');
  await page.getByLabel('Amount').fill('3');
  await page.getByLabel('Unit').selectOption('week');
  await page.getByRole('button', { name: 'Send 3 weeks' }).click();
  await hears(page, 'You wrote: 3 weeks');
  await type(page, 'date');
  await hears(page, 'Which day');
  await page.getByLabel('A day').fill('2026-03-05');
  await page.getByRole('button', { name: 'Send 5 March 2026' }).click();
  await hears(page, 'You wrote: 5 March 2026');
  await type(page, 'a scale again');
  await hears(page, 'How loud');
  await type(page, 'really loud, like a nine');
  await hears(page, 'You wrote: really loud');
});

test('a card from a later version shows its plain words', async () => {
  await begin(page);
  await type(page, 'hologram');
  await page.getByText('The same in plain words.').first().waitFor();
});
