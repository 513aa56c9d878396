// Paced breathing: a circle that grows and shrinks, and the same in words. It moves only after
// Start, Stop comes first, and where motion is unwanted the circle rests and the seconds are
// counted instead.

import { adjusted, breath_at, type Breath, type Pace } from '../breath.js';
import { button, h, still } from '../dom.js';
import type { Context } from './context.js';

export function pacer_card(context: Context, given: Pace): HTMLElement {
  const { t, voice } = context;
  let pace = given;
  let started_at = 0;
  let timer = 0;
  let spoken = '';
  const circle = h('div', { class: 'circle', 'aria-hidden': 'true' });
  const word = h('p', { class: 'phase' }, t.pacer_hint);
  const which = h('p', { class: 'small' });
  const aloud = h('input', { type: 'checkbox' });
  aloud.checked = true;

  const show = (breath: Breath) => {
    const phrase = breath.phase === 'in' ? t.breathe_in : t.breathe_out;
    word.textContent = phrase;
    which.textContent = t.breath_of(breath.round, pace.rounds);
    circle.textContent = still() ? String(breath.count) : '';
    const name = `${breath.round}${breath.phase}`;
    if (name === spoken) return;
    spoken = name;
    if (aloud.checked) voice.status(phrase);
    circle.style.transitionDuration = still() ? '0s' : `${breath.left_ms}ms`;
    circle.classList.toggle('full', breath.phase === 'in' && !still());
  };
  const tick = () => {
    const elapsed_ms = performance.now() - started_at;
    const breath = breath_at(pace, elapsed_ms);
    if (!breath || !circle.isConnected) {
      stop(t.pacer_done);
      return;
    }
    show(breath);
    const second_ms =
      1000 - (((breath.phase === 'in' ? pace.in_ms : pace.out_ms) - breath.left_ms) % 1000);
    timer = window.setTimeout(tick, Math.min(breath.left_ms, second_ms) + 5);
  };
  const start = () => {
    clearTimeout(timer);
    started_at = performance.now();
    spoken = '';
    press.textContent = t.stop;
    tick();
  };
  const stop = (last: string) => {
    clearTimeout(timer);
    started_at = 0;
    circle.style.transitionDuration = '0s';
    circle.classList.remove('full');
    circle.textContent = '';
    which.textContent = '';
    word.textContent = last;
    press.textContent = t.again;
    if (aloud.checked) voice.status(last);
  };
  const change = (factor: number) => {
    pace = adjusted(pace, factor);
    if (started_at) start();
  };
  const press = button(t.start, () => (started_at ? stop(t.pacer_done) : start()), {
    class: 'solid',
  });
  return h(
    'section',
    { class: 'card pacer', 'aria-label': t.pacer },
    h(
      'div',
      { class: 'row' },
      press,
      button(t.slower, () => change(1.15), { class: 'chip' }),
      button(t.quicker, () => change(1 / 1.15), { class: 'chip' }),
    ),
    h('div', { class: 'rings', 'aria-hidden': 'true' }, circle),
    word,
    which,
    h('label', { class: 'small check' }, aloud, t.aloud),
  );
}
