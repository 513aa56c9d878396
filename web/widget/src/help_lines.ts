// Which help lines to show, and how to make them reachable with one press. Pure functions; the
// lines come from the server's /help-lines.json. A line that nobody has checked is shown to no one,
// emergency numbers aside, and a place without lines of its own gets its emergency number and the
// international directory.

import { read_help_line, type HelpLine } from './wire.js';

const everywhere = 'ZZ';
const needs = [
  'emergency',
  'suicide',
  'domestic-violence',
  'sexual-violence',
  'children',
  'general',
  'own-behaviour',
];

/// Reads the file, which is a list, or an object that holds the list as `lines`.
export function read_help_lines(file: unknown): HelpLine[] {
  const list = Array.isArray(file) ? file : (file as { lines?: unknown } | null)?.lines;
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: { for?: unknown; verification?: unknown } | null) => {
    if (one?.verification === 'to-check' && one.for !== 'emergency') return [];
    return read_help_line(one) ?? [];
  });
}

export function countries_of(lines: readonly HelpLine[]): string[] {
  return [...new Set(lines.map((line) => line.country ?? everywhere))];
}

/// The lines for one place: emergency first, then by need, the directory last.
export function lines_for(lines: readonly HelpLine[], country: string): HelpLine[] {
  const rank = (line: HelpLine) =>
    (needs.indexOf(line.for) + needs.length + 1) % (needs.length + 1);
  const own = lines.filter((line) => line.country === country && country !== everywhere);
  return [
    ...own.sort((a, b) => rank(a) - rank(b)),
    ...lines.filter((line) => (line.country ?? everywhere) === everywhere),
  ];
}

const zones =
  'London GB,Belfast GB,Dublin IE,Paris FR,Berlin DE,Madrid ES,Amsterdam NL,Tokyo JP,Kolkata IN,' +
  'Calcutta IN,Johannesburg ZA,Sao_Paulo BR,Mexico_City MX,Toronto CA,Vancouver CA,Auckland NZ';

/// A first guess, shown with its name and easy to change. The clock says more about where someone
/// is than the language does: a browser in US English is used all over the world.
export function guess_country(zone: string, language: string, known: readonly string[]): string {
  const region = /[-_]([A-Z]{2})\b/.exec(language)?.[1];
  const [continent, city] = zone.split('/');
  let guess = zones
    .split(',')
    .find((pair) => pair.startsWith(`${city} `))
    ?.slice(-2);
  if (!guess && continent === 'Australia') guess = 'AU';
  if (!guess && continent === 'Europe') guess = 'EU';
  if (!guess && /^(America|US|Canada|Etc|UTC|GMT)?$/.test(continent!)) guess = region;
  return guess && known.includes(guess) ? guess : everywhere;
}

export function tel_link(phone: string): string {
  return `tel:${phone.replace(/[^\d+*#]/g, '')}`;
}

/// Both `?` and `&`: some phones read the text after the one, some after the other.
export function sms_link(number: string, keyword: string | null): string {
  const to = `sms:${number.replace(/[^\d+]/g, '')}`;
  return keyword ? `${to}?&body=${encodeURIComponent(keyword)}` : to;
}

/// Only https leaves this page; an address without a scheme is taken as https. Else `undefined`.
export function web_link(address: string): string | undefined {
  const full = /^[a-z][a-z\d+.-]*:/i.test(address) ? address : `https://${address}`;
  try {
    const url = new URL(full);
    return url.protocol === 'https:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
