// A few lines in the form of the real file, for tests of how they are shown.
const line = (country, need, name, reach, more = {}) => ({
  country,
  for: need,
  name,
  phone: null,
  sms: null,
  chat: null,
  languages: null,
  hours: null,
  verification: 'two-sources',
  checked: '2026-11-21',
  ...reach,
  ...more,
});

export const help_lines = [
  line('GB', 'suicide', 'Samaritans', { phone: '116 123' }, { hours: '24/7' }),
  line('GB', 'suicide', 'Shout', { sms: { number: '85258', keyword: 'SHOUT' } }, { hours: '24/7' }),
  line(
    'GB',
    'domestic-violence',
    'National Domestic Abuse Helpline',
    { phone: '0808 2000 247' },
    { hours: '24/7' },
  ),
  line('GB', 'emergency', 'Emergency services', { phone: '999' }),
  line(
    'US',
    'suicide',
    '988 Suicide & Crisis Lifeline',
    { phone: '988', sms: { number: '988', keyword: null } },
    { languages: ['en', 'es'], hours: '24/7' },
  ),
  line('US', 'emergency', 'Emergency services', { phone: '911' }),
  line('DE', 'suicide', 'Not checked by anyone', { phone: '000' }, { verification: 'to-check' }),
  line('DE', 'emergency', 'Emergency services', { phone: '112' }),
  line('ZZ', 'general', 'Find A Helpline (directory)', { chat: 'findahelpline.com' }),
];
