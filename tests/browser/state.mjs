// The states of the page that tests look at: each brings a page from Begin to itself.
import { begin, hears, type } from './browser.mjs';

const after = (word, text) => async (page) => {
  await begin(page);
  await type(page, word);
  await hears(page, text);
};

export const states = {
  'first screen': async (page) => page.getByRole('button', { name: 'Begin' }).waitFor(),
  'help lines on the first screen': async (page) => {
    await page.getByRole('button', { name: 'Help lines', exact: true }).click();
    await page.getByText('Samaritans').waitFor();
  },
  'opening question': begin,
  scale: after('scale', 'How loud'),
  'long scale': after('belief', 'How much do you believe'),
  duration: after('duration', 'How long can'),
  date: after('date', 'Which day'),
  'breathing pacer': async (page) => {
    await after('pacer', 'Breathe with this')(page);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.locator('.phase', { hasText: 'Breathe in' }).waitFor();
  },
  'pause timer': async (page) => {
    await after('timer', 'Ten minutes')(page);
    await page.getByRole('timer').waitFor();
  },
  marks: async (page) => {
    await after('marks', 'This is how')(page);
    await page.locator('button.piece').nth(1).click();
  },
  list: after('list', 'What has helped'),
  crisis: async (page) => {
    await after('crisis', 'Are you thinking')(page);
    await page.locator('keel-chat .strip.warm').waitFor();
  },
  'exit and export cards': async (page) => {
    await after('exit', 'You can leave')(page);
    await type(page, 'export');
    await hears(page, 'Here is how to take it');
  },
  menu: async (page) => {
    await begin(page);
    await page.getByRole('button', { name: 'Menu' }).click();
  },
  'erase question': async (page) => {
    await begin(page);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByRole('heading', { name: 'Erase everything?' }).waitFor();
  },
};
