// The whole way by keyboard, and the rule that focus moves only because of what the person does.
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

const focused = (page) =>
  page.evaluate(() => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    if (!node || node === document.body) return 'page';
    return (
      node.getAttribute('aria-label') ||
      (node.tagName === 'TEXTAREA' ? 'field' : node.textContent || node.tagName)
    );
  });

async function tab_until(page, name, key = 'Tab', most = 15) {
  for (let at = 0; at < most; at += 1) {
    await page.keyboard.press(key);
    if ((await focused(page)) === name) return at + 1;
  }
  assert.fail(`${key} never reached ${name}; it is at ${await focused(page)}`);
}

test('a whole turn without a mouse: begin, write, answer a scale, take a reply', async () => {
  const person = await new_person(browser);
  const page = await person.open(server.url);
  assert.equal(await focused(page), 'page', 'nothing takes the focus by itself');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Leave this page now', 'the way out comes first');
  await tab_until(page, 'Begin');
  await page.keyboard.press('Enter');
  await hears(page, 'What is going on tonight?');
  assert.equal(await focused(page), 'field');
  await page.keyboard.type('he left me on read, scale');
  await page.keyboard.press('Enter');
  await hears(page, 'How loud');
  assert.equal(await focused(page), 'field', 'the focus stays where one writes');
  await tab_until(page, 'INPUT', 'Shift+Tab');
  const seven = page.getByRole('radio', { name: '7', exact: true });
  for (let at = 0; at < 11 && !(await seven.isChecked()); at += 1)
    await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await hears(page, 'You wrote: 7');
  assert.equal(await focused(page), 'field');
  await tab_until(page, 'I’d rather not say', 'Shift+Tab', 5);
  await page.keyboard.press('Enter');
  await hears(page, 'You wrote: I’d rather not say');
  assert.equal(server.frames.at(-1).payload, 'skip');
  await person.context.close();
});

test('one press back from the field reaches the ways out, and the order is log, replies, field', async () => {
  const person = await new_person(browser);
  const page = await person.open(server.url);
  await begin(page);
  const order = [];
  await page.getByRole('region', { name: 'The talk so far' }).focus();
  for (let at = 0; at < 6; at += 1) {
    await page.keyboard.press('Tab');
    order.push(await focused(page));
  }
  assert.deepEqual(order, [
    'I’m about to text them',
    'They have not answered',
    'I just want to be heard',
    'Skip this',
    'Why ask?',
    'field',
  ]);
  await person.context.close();
});

test('a message that arrives by itself moves neither focus nor what is being written', async () => {
  const person = await new_person(browser);
  const page = await person.open(server.url);
  await begin(page);
  await field(page).fill('half a thou');
  await page.getByRole('button', { name: 'Menu' }).focus();
  server.speak([{ text: 'The pause ran out.', replies: [{ title: 'Go on' }] }]);
  await hears(page, 'The pause ran out.');
  assert.equal(await focused(page), 'Menu');
  assert.equal(await field(page).inputValue(), 'half a thou');
  await person.context.close();
});

test('help lines are one press away in every state, Escape gives the focus back', async () => {
  const person = await new_person(browser);
  const page = await person.open(server.url);
  await begin(page);
  await type(page, 'marks');
  await hears(page, 'This is how');
  const help = page.getByRole('button', { name: 'Help lines', exact: true });
  await help.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Call 116 123, Samaritans' }).waitFor();
  assert.equal(await focused(page), 'People you can call or text');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'Help lines');
  await person.context.close();
});

test('on a phone a tapped reply does not raise the keyboard', async () => {
  const person = await new_person(browser, {
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 800 },
  });
  const page = await person.open(server.url);
  await page.getByRole('button', { name: 'Begin' }).tap();
  await hears(page, 'What is going on tonight?');
  await page.getByRole('button', { name: 'They have not answered' }).tap();
  await hears(page, 'You wrote: They have not answered');
  assert.equal(await focused(page), 'The talk so far');
  assert.ok(
    (await field(page).evaluate((node) => parseFloat(getComputedStyle(node).fontSize))) >= 16,
  );
  await person.context.close();
});

test('Shift and Enter make a new line, and Enter during composition sends nothing', async () => {
  const person = await new_person(browser);
  const page = await person.open(server.url);
  await begin(page);
  await field(page).focus();
  await page.keyboard.type('one');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('two');
  assert.equal(await field(page).inputValue(), 'one\ntwo');
  const before = server.frames.length;
  await field(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  await page.keyboard.press('Enter');
  await hears(page, 'You wrote: one');
  assert.equal(server.frames.length, before + 1);
  assert.equal(server.frames.at(-1).text, 'one\ntwo');
  await person.context.close();
});
