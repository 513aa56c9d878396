// Help lines as links: call, text, open. Used by the crisis card, the panel and the strip that
// stays.

import { h } from '../dom.js';
import { sms_link, tel_link, web_link } from '../help_lines.js';
import type { HelpLine } from '../wire.js';
import type { Context } from './context.js';

const outside = { target: '_blank', rel: 'noopener noreferrer' };

export function reach_links({ t }: Context, line: HelpLine): HTMLElement[] {
  const links: HTMLElement[] = [];
  const add = (href: string | undefined, label: string, more = {}) => {
    const name = `${label}, ${line.name}`;
    if (href) links.push(h('a', { class: 'reach', href, 'aria-label': name, ...more }, label));
  };
  if (line.phone) add(tel_link(line.phone), t.call(line.phone));
  if (line.sms) {
    const { number, keyword } = line.sms;
    add(sms_link(number, keyword), t.text_to(number, keyword));
  }
  if (line.chat) add(web_link(line.chat), t.open_chat(line.chat), outside);
  return links;
}

function about_line(line: HelpLine, context: Context): string {
  const names = new Intl.DisplayNames([context.language()], { type: 'language' });
  const spoken = line.languages?.map((code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  });
  const { t } = context;
  const open = line.open === undefined ? '' : line.open ? t.open_now : t.closed_now;
  return [t.needs[line.for], line.hours, open, spoken?.join(', ')].filter(Boolean).join(' · ');
}

export function line_list(context: Context, lines: readonly HelpLine[]): HTMLElement {
  const items = lines.map((line) =>
    h(
      'li',
      {},
      h('strong', {}, line.name),
      h('span', { class: 'small' }, about_line(line, context)),
      h('span', { class: 'row' }, ...reach_links(context, line)),
    ),
  );
  return h('ul', { class: 'lines' }, ...items);
}
