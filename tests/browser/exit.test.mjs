// Leaving at once: the three ways, what is left behind, and what must not leave.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { begin, field, hears, new_person, open_browser, type } from './browser.mjs';
import { FakeServer } from './fake_server.mjs';

let server;
let browser;
before(async () => {
  server = await new FakeServer().start();
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const away = (page) => page.waitForURL(`${server.url}away`);
const stored = (page) =>
  page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);

async function talking() {
  const person = await new_person(browser);
  const page = await person.open(server.url);
  await begin(page);
  await type(page, 'nobody must see this');
  await hears(page, 'You wrote: nobody must see this');
  return { person, page };
}

const ways = {
  'the button': (page) => page.getByRole('button', { name: 'Leave now' }).click(),
  'the first link of the page': async (page) => {
    await page.locator('#leave').focus();
    await page.keyboard.press('Enter');
  },
  'Shift three times': async (page) => {
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('Shift');
  },
};

for (const [name, leave] of Object.entries(ways)) {
  test(`leaving by ${name} goes to a dull page, leaves no storage, and Back does not come here`, async () => {
    const { person, page } = await talking();
    assert.ok((await stored(page)).length > 0);
    const sessions = server.sessions.size;
    await leave(page);
    await away(page);
    assert.equal(await page.title(), 'Kitchen measures');
    assert.deepEqual(await stored(page), []);
    await page.goBack().catch(() => null);
    assert.doesNotMatch(await page.content(), /nobody must see this/);
    assert.notEqual(page.url(), server.url);
    assert.equal(server.sessions.size, sessions - 1, 'the server was asked to erase');
    await person.context.close();
  });
}

test('the page is blank before the browser has gone anywhere', async () => {
  const { person, page } = await talking();
  const blank = await page.evaluate(() => {
    let seen;
    document.querySelector('keel-chat').addEventListener('keel-exit', () => {
      seen = {
        text: document.body.textContent,
        title: document.title.trim(),
        chats: document.querySelectorAll('keel-chat').length,
      };
    });
    document.querySelector('keel-chat').exit();
    return (
      seen ?? {
        text: document.body.textContent,
        title: document.title.trim(),
        chats: document.querySelectorAll('keel-chat').length,
      }
    );
  });
  assert.deepEqual(blank, { text: 'Loading.', title: '\u200b', chats: 0 });
  await person.context.close();
});

test('writing capitals, or two presses, does not leave', async () => {
  const { person, page } = await talking();
  await field(page).focus();
  for (const letter of 'ABC') await page.keyboard.press(`Shift+${letter}`);
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift');
  assert.equal(page.url(), server.url);
  assert.equal(await field(page).inputValue(), 'ABCx');
  await person.context.close();
});

test('each press of Shift says what it does', async () => {
  const { person, page } = await talking();
  const status = page.locator('keel-chat > [role=status]');
  await page.keyboard.press('Shift');
  assert.equal(await status.textContent(), 'Shift, press 2 more times to leave.');
  assert.equal(await page.locator('.leave b.on').count(), 1);
  await page.keyboard.press('Shift');
  assert.equal(await status.textContent(), 'Shift, press 1 more time to leave.');
  await person.context.close();
});

test('another tab with the same talk leaves too', async () => {
  const { person, page } = await talking();
  const second = await person.open(server.url);
  await hears(second, 'You wrote: nobody must see this');
  await page.getByRole('button', { name: 'Leave now' }).click();
  await Promise.all([away(page), away(second)]);
  assert.deepEqual(await stored(second), []);
  await person.context.close();
});

test('without scripts the way out is a plain link', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.url);
  assert.match(await page.locator('noscript').textContent(), /findahelpline\.com/);
  await page.locator('#leave').focus();
  await page.keyboard.press('Enter');
  await away(page);
  await context.close();
});
