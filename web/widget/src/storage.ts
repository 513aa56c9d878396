// What this browser keeps between two visits: the session and its token, messages not yet taken by
// the server, the help lines, the chosen country, and (for this tab only) the draft. Nothing is
// written before the person presses Begin, and `wipe` removes all of it. Each message has its own
// key, so that two tabs never overwrite each other. Where the browser forbids storage, memory
// serves until reload.

import type { Outgoing } from './outbox.js';

export interface Account {
  session: string;
  token: string;
  epoch: string;
}

const prefix = 'keel:';

class MemoryShelf implements Shelf {
  private readonly items_ = new Map<string, string>();
  getItem = (key: string) => this.items_.get(key) ?? null;
  setItem = (key: string, value: string) => void this.items_.set(key, value);
  removeItem = (key: string) => void this.items_.delete(key);
  keys = () => [...this.items_.keys()];
}

/// The part of `Storage` that is used.
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  keys?(): string[];
}

function usable(shelf: () => Shelf): Shelf {
  try {
    const found = shelf();
    found.getItem(prefix);
    return found;
  } catch {
    return new MemoryShelf();
  }
}

const keys_of = (shelf: Shelf): string[] => shelf.keys?.() ?? Object.keys(shelf);

export class Store {
  private readonly local_: Shelf;
  private readonly tab_: Shelf;
  private readonly base_: string;

  /// `place` tells two servers apart that are used from the same page.
  constructor(place: string, local: () => Shelf, tab: () => Shelf) {
    this.local_ = usable(local);
    this.tab_ = usable(tab);
    this.base_ = `${prefix}${place}:`;
  }

  /// The key whose change in another tab means that a talk began or ended there.
  get account_key(): string {
    return `${this.base_}talk`;
  }

  /// Written and wiped at once by a tab that leaves, so that the other tabs leave too.
  get leaving_key(): string {
    return `${this.base_}leaving`;
  }
  tell_leaving(): void {
    this.write('leaving', 1);
  }

  account(): Account | null {
    const found = this.read<Partial<Account>>('talk');
    return found?.session && found.token ? (found as Account) : null;
  }
  set_account(account: Account): void {
    this.write('talk', account);
  }

  /// When the person was last seen here, in milliseconds since 1970; 0 when never.
  seen_at(): number {
    return this.read<number>('seen') ?? 0;
  }
  set_seen_at(at: number): void {
    this.write('seen', at);
  }

  keep_message(message: Outgoing): void {
    this.write(`out:${message.id}`, message);
  }
  drop_message(id: string): void {
    this.local_.removeItem(`${this.base_}out:${id}`);
  }
  messages(): Outgoing[] {
    const start = `${this.base_}out:`;
    return keys_of(this.local_)
      .filter((key) => key.startsWith(start))
      .map((key) => this.read<Outgoing>(key.slice(this.base_.length)))
      .filter((item): item is Outgoing => !!item?.id && typeof item.text === 'string');
  }

  country(): string | null {
    return this.read<string>('country');
  }
  set_country(country: string): void {
    this.write('country', country);
  }

  help(): unknown {
    return this.read<unknown>('help');
  }
  set_help(lines: unknown): void {
    this.write('help', lines);
  }

  /// Erasing was asked for and has not been confirmed by the server.
  erase_wanted(): boolean {
    return this.read<boolean>('erase') === true;
  }
  want_erase(): void {
    this.write('erase', true);
  }

  draft(): string {
    return this.tab_.getItem(`${this.base_}draft`) ?? '';
  }
  set_draft(text: string): void {
    if (text) this.put(this.tab_, `${this.base_}draft`, text);
    else this.tab_.removeItem(`${this.base_}draft`);
  }

  wipe(): void {
    for (const shelf of [this.local_, this.tab_]) {
      for (const key of keys_of(shelf)) if (key.startsWith(this.base_)) shelf.removeItem(key);
    }
  }

  private read<T>(name: string): T | null {
    try {
      return JSON.parse(this.local_.getItem(this.base_ + name) ?? 'null') as T | null;
    } catch {
      return null;
    }
  }
  private write(name: string, value: unknown): void {
    this.put(this.local_, this.base_ + name, JSON.stringify(value));
  }
  private put(shelf: Shelf, key: string, value: string): void {
    try {
      shelf.setItem(key, value);
    } catch {
      // The shelf is full. What matters is still in memory, and the server has the rest.
    }
  }
}
