// Makes elements without markup, so that no text can ever become code.

type Child = Node | string | null | undefined | false;
type Value = string | number | boolean | null | undefined | ((event: never) => void);

/// `on…` values are listeners, `true` is an empty attribute, `false` and `null` are left out.
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') node.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, String(value));
    }
  }
  node.append(...children.filter((child): child is Node | string => !!child));
  return node;
}

/// A plain button; `part` makes it reachable for a host's own style.
export function button(label: string, press: () => void, props: Record<string, Value> = {}) {
  return h('button', { type: 'button', onclick: press, ...props }, label);
}

/// True where fingers are the pointer: there, focusing a text field raises a keyboard.
export const by_finger = () => matchMedia('(pointer: coarse)').matches;
export const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
