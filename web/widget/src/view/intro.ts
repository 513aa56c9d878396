// The first screen: what this is, for whom, what is kept and where, before anything is stored.

import { button, h } from '../dom.js';
import type { Context } from './context.js';

/// What this is, in the same words on the first screen and behind the menu.
export function facts(
  { t }: Context,
  place: string,
  note: string,
  quick_exit: boolean,
): HTMLElement {
  const rows: [string, string][] = [
    [t.what_title, note ? `${t.what} ${note}` : t.what],
    [t.whom_title, t.whom],
    [t.kept_title, t.kept(place)],
  ];
  if (quick_exit) rows.push([t.fast_title, t.fast]);
  return h(
    'dl',
    { class: 'facts' },
    ...rows.map(([term, text]) => h('div', {}, h('dt', {}, term), h('dd', {}, text))),
  );
}

export function intro(context: Context, shown_facts: HTMLElement, said: string): HTMLElement {
  const { t, acts } = context;
  const help = button(t.danger_link, acts.open_help, { class: 'plain' });
  const read = h(
    'div',
    { class: 'inner' },
    said && h('p', { class: 'said' }, said),
    h('h2', {}, t.intro_title),
    h('p', { class: 'lead' }, t.intro_lead),
    h('p', { class: 'danger' }, `${t.danger} `, help),
    shown_facts,
  );
  const begin = button(t.begin, acts.begin, { class: 'solid big' });
  // Begin stays in view below what there is to read, and covers none of it.
  return h(
    'section',
    { class: 'body intro', part: 'intro' },
    h('div', { tabindex: 0, role: 'region', 'aria-label': t.about }, read),
    h('p', { class: 'start row' }, begin, h('span', { class: 'small' }, t.begin_note)),
  );
}
