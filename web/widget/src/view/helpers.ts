// The helpers under a question: numbers on a scale, a length of time, a day. Each ends with an
// explicit press that says what will be sent, and none comes with an answer already in it.

import { date_words, scale_steps, units } from '../amounts.js';
import { button, h } from '../dom.js';
import type { Question } from '../wire.js';
import type { Context } from './context.js';

let made = 0;

function scale_helper({ t, acts }: Context, min: number, max: number): HTMLElement {
  const steps = scale_steps(min, max);
  const name = `scale${++made}`;
  let value = '';
  const done = button(t.done, () => value && acts.say(value), { class: 'solid', disabled: true });
  const chips = steps.map((step) => {
    const choose = () => {
      value = String(step);
      done.disabled = false;
      done.textContent = t.done_with(value);
    };
    return h(
      'label',
      { class: 'step' },
      h('input', { type: 'radio', name, value: step, onchange: choose }),
      h('span', {}, String(step)),
    );
  });
  const send_on_enter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && value) acts.say(value);
  };
  return h(
    'fieldset',
    { class: 'helper', onkeydown: send_on_enter },
    h('legend', { class: 'small' }, t.scale_question(min, max)),
    h('div', { class: 'row steps' }, ...chips, done),
    steps[1]! - steps[0]! > 1 && h('p', { class: 'small' }, t.scale_more),
  );
}

function duration_helper({ t, acts }: Context): HTMLElement {
  const amount = h('input', {
    type: 'number',
    min: 1,
    step: 1,
    inputmode: 'numeric',
    'aria-label': t.amount,
  });
  const unit = h('select', { 'aria-label': t.unit });
  unit.append(...units.map((name) => h('option', { value: name }, t.unit_names[name]![1])));
  const words = () => {
    const [one, many] = t.unit_names[unit.value]!;
    return `${amount.value} ${Number(amount.value) === 1 ? one : many}`;
  };
  return sender(
    t.done,
    t.done_with,
    t.duration_question,
    [amount, unit],
    () => (amount.value && amount.validity.valid ? words() : undefined),
    acts.say,
  );
}

function date_helper({ t, acts, language }: Context): HTMLElement {
  const day = h('input', { type: 'date', 'aria-label': t.date_question });
  return sender(
    t.done,
    t.done_with,
    t.date_question,
    [day],
    () => date_words(day.value, language()),
    acts.say,
  );
}

/// Fields with one button, which names what it will send as soon as there is something.
function sender(
  label: string,
  label_with: (value: string) => string,
  question: string,
  fields: HTMLElement[],
  value: () => string | undefined,
  send: (text: string) => void,
): HTMLElement {
  const press = () => {
    const found = value();
    if (found) send(found);
  };
  const done = button(label, press, { class: 'solid', disabled: true });
  const look = () => {
    const found = value();
    done.disabled = !found;
    done.textContent = found ? label_with(found) : label;
  };
  const enter = (event: KeyboardEvent) => event.key === 'Enter' && event.target !== done && press();
  return h(
    'fieldset',
    { class: 'helper', oninput: look, onkeydown: enter },
    h('legend', { class: 'small' }, question),
    h('div', { class: 'row' }, ...fields, done),
  );
}

export function amounts_helper(context: Context, question: Question): HTMLElement | undefined {
  switch (question.kind) {
    case 'scale':
      return scale_helper(context, question.min ?? 0, question.max ?? 10);
    case 'duration':
      return duration_helper(context);
    case 'date':
      return date_helper(context);
  }
  return undefined;
}
