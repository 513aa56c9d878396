// One Chromium for a test file, and small steps on the page that read like sentences.
import { EventEmitter, once } from 'node:events';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const found = [
  process.env.KEEL_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

export function open_browser() {
  const executablePath = found.find((file) => file && existsSync(file));
  if (!executablePath)
    throw new Error('no Chromium found; install Debian\'s "chromium" or set KEEL_CHROMIUM');
  return chromium.launch({ executablePath, args });
}

/// A fresh person: own storage, every policy violation, foreign request and script error collected.
export async function new_person(browser, options = {}) {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 900, height: 800 },
    ...options,
  });
  context.setDefaultTimeout(10_000);
  const seen = { violations: [], foreign: [], errors: [] };
  await context.exposeFunction('keel_test_violation', (text) => seen.violations.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      window.keel_test_violation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  const pages = [];
  const open = async (url) => {
    const page = await context.newPage();
    const origin = new URL(url).origin;
    page.on('request', (request) => {
      const at = new URL(request.url());
      if (/^(https?|wss?):$/.test(at.protocol) && at.host !== new URL(origin).host)
        seen.foreign.push(at.href);
    });
    page.on('pageerror', (error) => seen.errors.push(String(error)));
    page.on('console', (message) => {
      const expected = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket connection/.test(
        message.text(),
      );
      if (message.type() === 'error' && !expected) seen.errors.push(message.text());
    });
    // What came over the line, so that a test can wait for the end of a turn and need not guess it.
    page.frames_heard = [];
    page.line = new EventEmitter();
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        page.frames_heard.push(JSON.parse(String(payload)));
        page.line.emit('frame');
      }),
    );
    await page.goto(url);
    pages.push(page);
    return page;
  };
  return { context, open, seen, pages };
}

export const words_in_log = (page) => page.locator('keel-chat .log .words').allTextContents();
export const field = (page) => page.getByLabel('In your own words');

export async function begin(page) {
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByText('What is going on tonight?').first().waitFor();
}

export async function type(page, text) {
  await field(page).fill(text);
  await field(page).press('Enter');
}

/// Waits for the last bubble of a turn whose number is above `seq`, and until the page shows it.
export async function turn_after(page, seq) {
  const ended = () =>
    page.frames_heard.find((frame) => frame.type === 'bot' && frame.last && frame.seq > seq);
  while (!ended()) await once(page.line, 'frame');
  const { seq: reached } = ended();
  await page.waitForFunction(
    (count) =>
      document.querySelector('keel-chat').shadowRoot.querySelectorAll('.log .words').length >=
      count,
    reached,
  );
  return reached;
}

/// Waits until the log holds the text.
export const hears = (page, text) =>
  page.locator('keel-chat .log .words', { hasText: text }).first().waitFor();
