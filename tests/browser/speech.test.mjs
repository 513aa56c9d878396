// What a screen reader would be told. Speech itself needs a person; this looks at the live regions.
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

/// Collects everything that was ever put into a live region, by role.
const listen = (page) =>
  page.evaluate(() => {
    window.spoken = [];
    const chat = document.querySelector('keel-chat');
    for (const region of chat.querySelectorAll('[role=log], [role=status], [role=alert]')) {
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) {
          for (const node of addedNodes)
            if (node.textContent)
              window.spoken.push(`${region.getAttribute('role')}: ${node.textContent}`);
        }
      }).observe(region, { childList: true });
    }
  });
const spoken = (page) => page.evaluate(() => window.spoken);

test('one log, one status and one alert stand in the page itself, empty, before anything is said', async () => {
  const person = await new_person(browser);
  const page = await person.open(server.url);
  const regions = await page.evaluate(() =>
    [...document.querySelectorAll('keel-chat > *')].map(
      (node) => `${node.getAttribute('role')} "${node.textContent}"`,
    ),
  );
  assert.deepEqual(regions, ['log ""', 'status ""', 'alert ""']);
  await person.context.close();
});

test('a turn is said once, with how many replies there are and where, and then taken away', async () => {
  const person = await new_person(browser);
  const page = await person.open(server.url);
  await listen(page);
  await begin(page);
  assert.deepEqual(
    (await spoken(page)).filter((line) => line.startsWith('log')),
    [
      'log: I’m keel, a program. Every reply here was written beforehand.',
      'log: What is going on tonight? 3 replies to tap, before the text field.',
    ],
  );
  await page.waitForFunction(
    () => document.querySelector('keel-chat > [role=log]').childElementCount === 0,
  );
  await person.context.close();
});

test('what is replayed after a reload is not said again', async () => {
  const person = await new_person(browser);
  const page = await person.open(server.url);
  await begin(page);
  await page.addInitScript(() => {
    window.spoken = [];
    document.addEventListener('DOMContentLoaded', () => {
      new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes) {
          if (target.getAttribute?.('role') === 'log')
            window.spoken.push(...[...addedNodes].map((node) => node.textContent));
        }
      }).observe(document.body, { childList: true, subtree: true });
    });
  });
  await page.reload();
  await hears(page, 'What is going on tonight?');
  assert.deepEqual(await spoken(page), []);
  await type(page, 'list');
  await hears(page, 'What has helped');
  assert.equal((await spoken(page)).length, 1);
  await person.context.close();
});

test('only safety is an alert, and it is said once', async () => {
  const person = await new_person(browser);
  const page = await person.open(server.url);
  await listen(page);
  await begin(page);
  const events = await page.evaluateHandle(() => {
    const got = [];
    document.addEventListener('keel-crisis', (event) => got.push(JSON.stringify(event.detail)));
    return got;
  });
  await type(page, 'crisis');
  await hears(page, 'Are you thinking');
  const alerts = (await spoken(page)).filter((line) => line.startsWith('alert'));
  assert.deepEqual(alerts, [
    'alert: Samaritans: 116 123. Shout: text SHOUT to 85258. Emergency: 999.',
  ]);
  assert.deepEqual(await events.jsonValue(), ['{"level":"high"}'], 'the level alone, no words');
  await person.context.close();
});

test('breathing is said phase by phase, and can be muted', async () => {
  const person = await new_person(browser);
  const page = await person.open(server.url);
  await begin(page);
  await type(page, 'pacer');
  await hears(page, 'Breathe with this');
  await listen(page);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.locator('.phase', { hasText: 'Breathe out' }).waitFor();
  assert.deepEqual(await spoken(page), ['status: Breathe in', 'status: Breathe out']);
  await page.getByLabel('Read the phases aloud').uncheck();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  assert.equal((await spoken(page)).length, 2);
  await person.context.close();
});
