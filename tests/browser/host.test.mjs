// The element inside somebody else's page: hostile style, two of them, moved nodes, early
// properties.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { begin, hears, new_person, open_browser, type } from './browser.mjs';
import { FakeServer, policy } from './fake_server.mjs';

let server;
let browser;
before(async () => {
  server = await new FakeServer().start();
  browser = await open_browser();
  const page = (path, body, more = '') =>
    server.pages.set(path, {
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title>${more}<script type="module" src="/keel-chat.js"></script><body>${body}`,
    });
  const hostile = `<style>
    html { font-size: 9px } body { margin: 0; height: 600px; letter-spacing: .5em; text-transform: uppercase; line-height: 3; visibility: visible; text-align: right; font: italic bold 40px/3 fantasy; color: red; word-spacing: 2em; white-space: nowrap; cursor: none }
    * { all: unset !important } div, ol, li, button, textarea, p, h1, h2 { display: none !important; color: red !important; font-size: 60px !important }
    keel-chat { display: block !important; height: 600px !important }
    html, body, head + body { display: block !important }
  </style>`;
  page('/hostile', '<keel-chat></keel-chat>', hostile);
  page('/calm', '<div style="height:600px"><keel-chat></keel-chat></div>');
  page(
    '/two',
    '<div style="height:300px"><keel-chat id="a"></keel-chat></div><div style="height:300px"><keel-chat id="b"></keel-chat></div>',
  );
  page(
    '/early',
    `<keel-chat></keel-chat><script>
      const chat = document.querySelector('keel-chat');
      if (customElements.get('keel-chat')) throw new Error('this page is meant to come first');
      chat.url = location.origin;
      chat.strings = { begin: 'Start here' };
    </script>`,
  );
  server.pages.set('/strict', {
    body: '<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><script type="module" src="/keel-chat.js"></script><body><keel-chat></keel-chat>',
    headers: { 'content-security-policy': policy.replace("style-src 'self'", "style-src 'none'") },
  });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const look = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('keel-chat').shadowRoot;
    const pick = (selector) => {
      const style = getComputedStyle(root.querySelector(selector));
      return [
        style.display,
        style.color,
        style.fontSize,
        style.fontStyle,
        style.letterSpacing,
        style.textTransform,
        style.whiteSpace,
        style.wordSpacing,
        style.cursor,
      ].join(' ');
    };
    return {
      words: pick('.bot .words'),
      own: pick('.you .words'),
      field: pick('textarea'),
      button: pick('header button'),
    };
  });

test('hostile style on the host page does not reach inside', async () => {
  const looks = [];
  for (const path of ['calm', 'hostile']) {
    const person = await new_person(browser);
    const page = await person.open(`${server.url}${path}`);
    await begin(page);
    await type(page, 'list');
    await hears(page, 'What has helped');
    looks.push(await look(page));
    const log = await page.evaluate(() => {
      const node = document.querySelector('keel-chat > [role=log]');
      return { display: getComputedStyle(node).display, box: node.getBoundingClientRect().width };
    });
    assert.deepEqual(
      log,
      { display: 'block', box: 1 },
      'the voice is there for readers and not for eyes',
    );
    await person.context.close();
  }
  assert.deepEqual(looks[1], looks[0]);
});

test('it needs no style permission at all', async () => {
  const person = await new_person(browser);
  const page = await person.open(`${server.url}strict`);
  await begin(page);
  for (const [word, text] of [
    ['timer', 'Ten minutes'],
    ['pacer', 'Breathe with'],
    ['crisis', 'Are you thinking'],
  ]) {
    await type(page, word);
    await hears(page, text);
  }
  assert.deepEqual(person.seen, { violations: [], foreign: [], errors: [] });
  await person.context.close();
});

test('in an embed the quick exit is off until asked for, and an exit card brings it', async () => {
  const person = await new_person(browser);
  const page = await person.open(`${server.url}calm`);
  await begin(page);
  const leave = page.locator('header').getByRole('button', { name: 'Leave now' });
  assert.equal(await leave.isVisible(), false);
  for (let at = 0; at < 3; at += 1) await page.keyboard.press('Shift');
  assert.equal(page.url(), `${server.url}calm`);
  await type(page, 'exit');
  await leave.waitFor();
  await person.context.close();
});

test('two elements on one page show the same talk', async () => {
  const person = await new_person(browser);
  const page = await person.open(`${server.url}two`);
  await page.locator('#a').getByRole('button', { name: 'Begin' }).click();
  await page.locator('#a .words', { hasText: 'What is going on' }).waitFor();
  await page.reload();
  for (const id of ['a', 'b'])
    await page.locator(`#${id} .words`, { hasText: 'What is going on' }).waitFor();
  await page.locator('#a').getByLabel('In your own words').fill('from a');
  await page.locator('#a').getByLabel('In your own words').press('Enter');
  await page.locator('#b .words', { hasText: 'You wrote: from a' }).waitFor();
  assert.equal(server.sessions.size > 0, true);
  assert.deepEqual(person.seen.errors, []);
  await person.context.close();
});

test('taken off the page it lets go of the line; put back it goes on; moved, it never drops', async () => {
  const person = await new_person(browser);
  const page = await person.open(`${server.url}calm`);
  await begin(page);
  const session = server.only_session();
  await page.evaluate(() => {
    const chat = document.querySelector('keel-chat');
    document.body.append(chat);
  });
  await type(page, 'moved');
  await hears(page, 'You wrote: moved');
  assert.equal(session.hellos.length, 1);
  await page.evaluate(() => {
    window.kept = document.querySelector('keel-chat');
    window.kept.remove();
  });
  await page.waitForFunction(() => true);
  while (session.sockets.size) await new Promise((done) => setImmediate(done));
  server.speak([{ text: 'Said meanwhile.' }], session);
  await page.evaluate(() => document.body.append(window.kept));
  await hears(page, 'Said meanwhile.');
  assert.equal(await page.locator('keel-chat > [role=log]').count(), 1);
  await person.context.close();
});

test('properties set before the script ran are taken, and words can be replaced', async () => {
  const person = await new_person(browser);
  const page = await person.open(`${server.url}early`);
  await page.getByRole('button', { name: 'Start here' }).click();
  await hears(page, 'What is going on tonight?');
  assert.equal(await page.locator('keel-chat').getAttribute('url'), new URL(server.url).origin);
  await person.context.close();
});

test('a host can send, read, close, open and listen, and no event carries words', async () => {
  const person = await new_person(browser);
  const page = await person.open(`${server.url}calm`);
  await page.evaluate(() => {
    window.got = [];
    for (const name of ['ready', 'message', 'state', 'error']) {
      document.addEventListener(`keel-${name}`, (event) =>
        window.got.push([name, JSON.stringify(event.detail)]),
      );
    }
  });
  assert.equal(
    await page.evaluate(() => document.querySelector('keel-chat').send('too early')),
    false,
  );
  await begin(page);
  assert.equal(
    await page.evaluate(() => document.querySelector('keel-chat').send('a secret from the host')),
    true,
  );
  await hears(page, 'You wrote: a secret from the host');
  const transcript = await page.evaluate(() => document.querySelector('keel-chat').transcript());
  assert.deepEqual(transcript[2], {
    from: 'you',
    text: 'a secret from the host',
    at: transcript[2].at,
  });
  const got = await page.evaluate(() => window.got);
  assert.ok(got.some(([name]) => name === 'ready'));
  assert.ok(got.some(([name, detail]) => name === 'message' && JSON.parse(detail).from === 'bot'));
  assert.doesNotMatch(JSON.stringify(got), /secret/);
  await page.waitForFunction(
    () => document.querySelector('keel-chat > [role=log]').childElementCount === 0,
  );
  await page.evaluate(() => document.querySelector('keel-chat').close());
  server.speak([{ text: 'Said while closed.' }]);
  await page.waitForFunction(
    () => document.querySelector('keel-chat').transcript().at(-1).text === 'Said while closed.',
  );
  await page.evaluate(() => document.querySelector('keel-chat').open());
  assert.equal(
    await page.locator('keel-chat > [role=log]').textContent(),
    '1 new message. Said while closed.',
  );
  await person.context.close();
});

test('tokens change the look', async () => {
  const person = await new_person(browser);
  const page = await person.open(`${server.url}calm`);
  await page.evaluate(() =>
    document.querySelector('keel-chat').style.setProperty('--keel-accent', 'rgb(1, 2, 3)'),
  );
  const paint = await page.evaluate(
    () =>
      getComputedStyle(document.querySelector('keel-chat').shadowRoot.querySelector('.big'))
        .backgroundColor,
  );
  assert.equal(paint, 'rgb(1, 2, 3)');
  await person.context.close();
});
