// Every state of the page, in light and dark, narrow and wide, against axe-core's rules, without
// overflow sideways, without a policy violation, a foreign request or a script error.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { begin, hears, new_person, open_browser, type } from './browser.mjs';
import { FakeServer } from './fake_server.mjs';
import { states } from './state.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
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

async function check(page, seen, what) {
  // Evaluated through the browser's own debugging line, so the page's policy stays as strict as it
  // is.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe};0`);
  await page.evaluate(() => {
    const arriving = document
      .querySelector('keel-chat')
      .shadowRoot.getAnimations()
      .filter((one) => one.animationName);
    return Promise.all(arriving.map((one) => one.finished.catch(() => 0)));
  });
  const found = await page.evaluate((only) => window.axe.run(document, { runOnly: only }), tags);
  const told = (rows) =>
    rows.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.flat().join(' ')).join(' | ')}`,
    );
  assert.deepEqual(told(found.violations), [], what);
  assert.deepEqual(told(found.incomplete), [], `${what}, undecided`);
  assert.ok(found.passes.length > 10, `${what}: axe looked at something`);
  const overflow = await page.evaluate(() => {
    const root = document.querySelector('keel-chat').shadowRoot;
    const wide = [...root.querySelectorAll('*')].filter(
      (node) => node.getBoundingClientRect().right > innerWidth + 1 && !node.closest('.sr'),
    );
    return [
      document.documentElement.scrollWidth > innerWidth && 'page',
      ...wide.map((node) => node.className || node.tagName),
    ].filter(Boolean);
  });
  assert.deepEqual(overflow, [], `${what}, sideways`);
  assert.deepEqual(seen, { violations: [], foreign: [], errors: [] }, what);
}

for (const [name, arrive] of Object.entries(states)) {
  test(`${name}: nothing for axe to object to, light or dark, at 320 or 900 pixels`, async () => {
    const person = await new_person(browser, { viewport: { width: 320, height: 700 } });
    try {
      const page = await person.open(server.url);
      await arrive(page);
      for (const width of [320, 900]) {
        await page.setViewportSize({ width, height: 700 });
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          await page.waitForFunction(
            (dark) =>
              document
                .querySelector('keel-chat')
                .shadowRoot.querySelector('.root')
                .classList.contains('dark') === dark,
            colorScheme === 'dark',
          );
          await check(page, person.seen, `${name}, ${colorScheme}, ${width} px`);
        }
      }
    } finally {
      await person.context.close();
    }
  });
}

test('written from right to left the page still fits and reads in order', async () => {
  const person = await new_person(browser, { viewport: { width: 320, height: 700 } });
  const page = await person.open(server.url);
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  await begin(page);
  await type(page, 'crisis');
  await hears(page, 'Are you thinking');
  await check(page, person.seen, 'right to left');
  const [own, coach] = await page.evaluate(() => {
    const root = document.querySelector('keel-chat').shadowRoot;
    const side = (name) => root.querySelector(`${name} .words`).getBoundingClientRect();
    return [side('.you').left, innerWidth - side('.bot').right];
  });
  assert.ok(own < 30 && coach < 60, `own words at ${own}, the coach's at ${coach}`);
  await person.context.close();
});

test('with forced colours every state still shows its borders and passes', async () => {
  const person = await new_person(browser, {
    forcedColors: 'active',
    viewport: { width: 320, height: 700 },
  });
  const page = await person.open(server.url);
  await states.scale(page);
  await page.getByRole('radio', { name: '7', exact: true }).click();
  const chosen = await page.evaluate(() => {
    const root = document.querySelector('keel-chat').shadowRoot;
    const paint = (value) =>
      getComputedStyle(root.querySelector(`input[value="${value}"] + span`)).backgroundColor;
    return [paint(7), paint(6)];
  });
  assert.notEqual(chosen[0], chosen[1], 'the chosen number can be told apart');
  await check(page, person.seen, 'forced colours');
  await person.context.close();
});

test("with the person's own text spacing and text twice as large nothing is cut off", async () => {
  const person = await new_person(browser, { viewport: { width: 640, height: 900 } });
  const page = await person.open(server.url);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '32px';
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}',
    );
    const root = document.querySelector('keel-chat').shadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, spacing];
  });
  await states.scale(page);
  await check(page, person.seen, 'large and spaced');
  await person.context.close();
});

test('everything to press is at least 44 pixels high and wide', async () => {
  const person = await new_person(browser, { viewport: { width: 320, height: 700 } });
  const page = await person.open(server.url);
  await begin(page);
  for (const word of ['duration', 'scale', 'marks', 'pacer', 'crisis']) {
    await type(page, word);
    await page.waitForFunction(
      () => !document.querySelector('keel-chat').shadowRoot.querySelector('.pending'),
    );
  }
  await hears(page, 'Are you thinking');
  const small = await page.evaluate(() => {
    const root = document.querySelector('keel-chat').shadowRoot;
    return [...root.querySelectorAll('button, a, select, textarea, .step, input[type=number]')]
      .filter((node) => node.checkVisibility())
      .map((node) => ({
        name: node.textContent || node.tagName,
        box: node.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width < 43.9 || box.height < 43.9)
      .map(({ name, box }) => `${name} ${box.width}x${box.height}`);
  });
  assert.deepEqual(small, []);
  await person.context.close();
});
