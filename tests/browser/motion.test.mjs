// Motion only where it is welcome, and breathing that works without it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { begin, hears, new_person, open_browser, type } from './browser.mjs';
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

const moving = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('keel-chat').shadowRoot;
    return root.getAnimations().filter((one) => one.playState === 'running').length;
  });

async function breathe(reducedMotion) {
  const person = await new_person(browser, { reducedMotion });
  const page = await person.open(server.url);
  await begin(page);
  await type(page, 'pacer');
  await hears(page, 'Breathe with this');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.locator('.phase', { hasText: 'Breathe in' }).waitFor();
  return { person, page };
}

test('under reduced motion nothing runs, and the breath is counted in numbers', async () => {
  const { person, page } = await breathe('reduce');
  assert.equal(await moving(page), 0);
  await page.locator('.circle', { hasText: /^2$/ }).waitFor();
  assert.equal(await moving(page), 0);
  await page.locator('.phase', { hasText: 'Breathe out' }).waitFor();
  assert.equal(await moving(page), 0);
  await person.context.close();
});

test('otherwise the circle moves, and stops when told', async () => {
  const { person, page } = await breathe('no-preference');
  assert.ok((await moving(page)) > 0, 'this test can see motion');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.waitForFunction(() => {
    const root = document.querySelector('keel-chat').shadowRoot;
    return root.getAnimations().every((one) => one.playState !== 'running');
  });
  await page.getByRole('button', { name: 'Once more' }).waitFor();
  await person.context.close();
});

test('breathing in the past does not start by itself after a reload', async () => {
  const { person, page } = await breathe('no-preference');
  await page.reload();
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
  await person.context.close();
});
