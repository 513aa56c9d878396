// The page against keel itself: the first ten minutes of a new person, and a server that is killed.
// KEEL_URL names a server that already runs (then nothing is killed); else build/release/keel is
// started with a new database in a temporary folder. Where neither is there, the test says so and
// is skipped.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { field, new_person, open_browser, turn_after, type, words_in_log } from './browser.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const keel = process.env.KEEL_BINARY ?? path.join(root, 'build/release/keel');
const given = process.env.KEEL_URL;
const skip =
  !given && !existsSync(keel)
    ? `skipped: ${path.relative(root, keel)} is not built and KEEL_URL is not set`
    : false;
if (skip) console.log(`# ${skip}`);

/// keel on a database of its own, in a process group of its own, so that a kill reaches all of it.
class Coach {
  port = 0;
  async start() {
    this.folder ??= await mkdtemp(path.join(os.tmpdir(), 'keel-browser-'));
    const args = [
      'serve',
      '--port',
      String(this.port),
      '--db',
      path.join(this.folder, 'data', 'keel.db'),
    ];
    const env = {
      ...process.env,
      HOME: this.folder,
      XDG_CONFIG_HOME: path.join(this.folder, 'config'),
    };
    this.process = spawn(keel, args, {
      cwd: root,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = new Promise((done) => this.process.once('close', done));
    let [out, errors] = ['', ''];
    this.process.stderr.on('data', (data) => (errors += data));
    this.url = await new Promise((done, fail) => {
      this.process.stdout.on('data', (data) => {
        out += data;
        const listening = /listening on (http:\/\/\S+)/.exec(out);
        if (listening) done(`${listening[1].replace(/\/$/, '')}/`);
      });
      this.process.once('close', (code) =>
        fail(new Error(`keel ended with ${code} before it listened: ${errors}`)),
      );
    });
    this.port = Number(new URL(this.url).port);
  }
  async kill() {
    process.kill(-this.process.pid, 'SIGKILL');
    await this.ended;
  }
  async stop() {
    if (!this.process || this.process.exitCode !== null || this.process.signalCode) return;
    process.kill(-this.process.pid, 'SIGTERM');
    await this.ended;
  }
}

const coach = new Coach();
let browser;
let url = given;
before(async () => {
  if (skip) return;
  if (!given) {
    await coach.start();
    url = coach.url;
  }
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await coach.stop();
  if (coach.folder) await rm(coach.folder, { recursive: true, force: true });
});

const opener =
  'my gf of 2 yrs left me on read since yesterday and im about to send her a 3rd text lol help';

const shown = async (page) => (await words_in_log(page)).length;

/// Says something and answers with what the coach said to it.
async function say(page, text) {
  const before = await shown(page);
  await type(page, text);
  const reached = await turn_after(page, before);
  return (await words_in_log(page)).slice(before + 1, reached).join('\n');
}

async function arrive() {
  const person = await new_person(browser);
  const page = await person.open(url);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await turn_after(page, 0);
  return { person, page };
}

test(
  'the first message is heard, and a reload and a second tab show the same talk',
  { skip },
  async () => {
    const { person, page } = await arrive();
    const heard = await say(page, opener);
    assert.match(heard, /2 years|two years/i);
    assert.match(heard, /yesterday/i);
    const words = await words_in_log(page);
    page.frames_heard.length = 0;
    await page.reload();
    await turn_after(page, words.length - 1);
    assert.deepEqual(await words_in_log(page), words);
    const second = await person.open(url);
    await turn_after(second, words.length - 1);
    assert.deepEqual(await words_in_log(second), words);
    await say(second, 'no it was 3 years');
    await turn_after(page, words.length);
    assert.deepEqual(await words_in_log(page), await words_in_log(second));
    assert.deepEqual(person.seen, { violations: [], foreign: [], errors: [] });
    await person.context.close();
  },
);

test(
  'a server killed in the middle of a talk loses nothing',
  { skip: skip || (given && 'skipped: KEEL_URL is not ours to kill') },
  async () => {
    const { person, page } = await arrive();
    await say(page, opener);
    const before = await words_in_log(page);
    await coach.kill();
    await type(page, 'are you still there');
    await page.locator('keel-chat .pending').waitFor();
    await coach.start();
    await page.waitForFunction(
      () => !document.querySelector('keel-chat').shadowRoot.querySelector('.pending'),
      null,
      { timeout: 60_000 },
    );
    await turn_after(page, before.length);
    const now = await words_in_log(page);
    assert.deepEqual(now.slice(0, before.length), before);
    assert.equal(now.filter((text) => text.includes('are you still there')).length, 1);
    const fresh = await person.open(url);
    await turn_after(fresh, now.length - 1);
    assert.deepEqual(await words_in_log(fresh), now);
    await person.context.close();
  },
);

test(
  'words of danger bring help lines within the turn, and they stay in view',
  { skip },
  async () => {
    const { person, page } = await arrive();
    await say(page, 'i want to kill myself tonight, i have the pills here');
    await page
      .locator('keel-chat .card.warm a.reach, keel-chat .card.warm a.plain')
      .first()
      .waitFor();
    await page.locator('keel-chat .strip.warm').waitFor();
    await page.reload();
    await page.locator('keel-chat .strip.warm').waitFor();
    assert.deepEqual(person.seen, { violations: [], foreign: [], errors: [] });
    await person.context.close();
  },
);

test(
  'the help lines of the server are shown, and leaving goes to its dull page',
  { skip },
  async () => {
    const { person, page } = await arrive();
    await page.getByRole('button', { name: 'Help lines', exact: true }).click();
    await page.getByLabel('Country').selectOption('GB');
    await page.locator('keel-chat .sheet a.reach').first().waitFor();
    await page.getByRole('button', { name: 'Leave now' }).click();
    await page.waitForURL(`${url}away`);
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
    await person.context.close();
  },
);

test('download holds what was said, and erase takes it all away', { skip }, async () => {
  const { person, page } = await arrive();
  await say(page, 'a sentence to find again');
  await page.getByRole('button', { name: 'Menu' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my talk' }).click();
  const chunks = [];
  for await (const chunk of await (await coming).createReadStream()) chunks.push(chunk);
  assert.match(Buffer.concat(chunks).toString(), /a sentence to find again/);
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  await person.context.close();
});

test(
  'a very long message is refused kindly or taken whole, and the field still works',
  { skip },
  async () => {
    const { person, page } = await arrive();
    await say(page, `${'i keep thinking about it. '.repeat(380)}`);
    await say(page, 'still here');
    assert.equal(await field(page).inputValue(), '');
    await person.context.close();
  },
);
