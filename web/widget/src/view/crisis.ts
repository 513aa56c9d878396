// The crisis card: who can be reached now, nothing else.

import { h } from '../dom.js';
import { web_link } from '../help_lines.js';
import type { Card } from '../wire.js';
import type { Context } from './context.js';
import { line_list } from './lines.js';

function country_name(context: Context, code: string): string {
  return new Intl.DisplayNames([context.language()], { type: 'region' }).of(code) ?? code;
}

export function crisis_card(
  context: Context,
  card: Extract<Card, { kind: 'crisis' }>,
): HTMLElement {
  const { t } = context;
  const title = card.level === 'emergency' ? t.crisis_urgent : t.crisis;
  const url = card.directory && web_link(card.directory.url);
  const link = { class: 'plain', href: url, target: '_blank', rel: 'noopener noreferrer' };
  return h(
    'section',
    { class: 'card warm', 'aria-label': title },
    h('h2', {}, title),
    // Safety comes without a list too: whatever else is missing, these numbers are part of the
    // element.
    card.lines.length ? line_list(context, card.lines) : h('p', {}, t.help_bare),
    card.guessed && h('p', { class: 'small' }, t.guessed(country_name(context, card.guessed))),
    url && h('a', link, t.directory(card.directory!.name)),
  );
}
