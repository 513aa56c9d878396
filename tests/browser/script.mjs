// What the scripted coach answers: a message that names a card gets that card, anything else a
// short talk.
import { help_lines } from './help_lines.mjs';

const gb = help_lines.filter((line) => line.country === 'GB');
const kinds = [
  { id: 'fact', label: 'What a camera would film' },
  { id: 'interpretation', label: 'What the mind added' },
  { id: 'prediction', label: 'A guess about later' },
  { id: 'feeling', label: 'A feeling' },
  { id: 'should', label: 'A should' },
];

export const greeting = [
  { text: 'I’m keel, a program. Every reply here was written beforehand.' },
  {
    text: 'What is going on tonight?',
    replies: [
      { title: 'I’m about to text them', payload: 'hold-back-or-reach-out' },
      { title: 'They have not answered', payload: 'waiting-for-reply' },
      { title: 'I just want to be heard', payload: 'vent' },
    ],
    state: { question: { kind: 'long-text' } },
  },
];

const turns = {
  scale: [
    {
      text: 'Read at nine last night, and nothing since. Two years together, and now a screen that says “seen”.',
    },
    {
      text: 'How loud is the urge to write again?',
      card: { kind: 'scale', min: 0, max: 10 },
      alt: 'How loud is the urge to write again? A number from 0 to 10.',
      state: { question: { kind: 'scale', min: 0, max: 10 }, can_undo: true },
    },
  ],
  belief: [
    {
      text: 'How much do you believe that, from 0 to 100?',
      card: { kind: 'scale', min: 0, max: 100 },
      alt: 'A number from 0 to 100.',
      state: { question: { kind: 'scale', min: 0, max: 100 } },
    },
  ],
  duration: [
    {
      text: 'How long can the phone stay in the other room?',
      card: { kind: 'duration' },
      alt: 'How long? For example: 20 minutes.',
      replies: [
        { title: '2 minutes', payload: '2 minutes' },
        { title: '10 minutes', payload: '10 minutes' },
        { title: 'Half an hour', payload: '30 minutes' },
        { title: 'Until tomorrow morning', payload: 'tomorrow morning' },
      ],
      state: { question: { kind: 'duration' } },
    },
  ],
  date: [
    {
      text: 'Which day was that?',
      card: { kind: 'date' },
      alt: 'Which day was that?',
      state: { question: { kind: 'date' } },
    },
  ],
  pacer: [
    { text: 'Out a little longer than in. Stop whenever you like.' },
    {
      text: 'Breathe with this.',
      card: { kind: 'pacer', in_ms: 4000, out_ms: 6000, rounds: 8 },
      alt: 'In for four, out for six.',
      replies: [{ title: 'That helped a bit', payload: 'better' }],
    },
  ],
  timer: [
    (now) => ({
      text: 'Ten minutes. Put the phone face down, in another room if there is one.',
      card: { kind: 'timer', id: 't1', started_at: now, ends_at: now + 600_000 },
      alt: 'Ten minutes.',
      replies: [
        { title: 'It’s getting louder', payload: 'louder' },
        { title: 'I can stop here', payload: 'stop' },
      ],
      state: { timers: [{ id: 't1', started_at: now, ends_at: now + 600_000, label: 'Pause' }] },
    }),
  ],
  marks: [
    {
      text: 'This is how I read what you wrote.',
      card: {
        kind: 'marks',
        pieces: [
          { text: 'He read it at nine', kind: 'fact', start: 0, end: 18, slot: 's' },
          { text: 'and has not answered', kind: 'fact', start: 19, end: 39, slot: 's' },
          { text: 'so he is done with me', kind: 'interpretation', start: 40, end: 61, slot: 's' },
          { text: 'and I’ll always be alone', kind: 'prediction', start: 62, end: 86, slot: 's' },
          { text: 'I feel sick', kind: 'feeling', start: 88, end: 99, slot: 's' },
        ],
        kinds,
      },
      alt: 'Fact: he read it at nine. Added: he is done with me.',
      replies: [{ title: 'That’s right', payload: 'right' }],
      state: { question: { kind: 'marks' } },
    },
  ],
  list: [
    {
      text: 'What has helped you before:',
      card: {
        kind: 'list',
        title: 'Your own list',
        items: ['A walk round the block', 'Calling Jo', 'Cold water on the wrists'],
      },
      alt: 'A walk; calling Jo; cold water.',
    },
  ],
  crisis: [
    { text: 'This matters more than anything else here.' },
    {
      text: 'Are you thinking about ending your life right now?',
      card: {
        kind: 'crisis',
        level: 'high',
        category: 'suicide',
        country: 'GB',
        lines: gb.slice(0, 3).concat(gb[3]),
        directory: { name: 'Find A Helpline', url: 'https://findahelpline.com' },
      },
      alt: 'Samaritans: 116 123. Shout: text SHOUT to 85258. Emergency: 999.',
      replies: [
        { title: 'No', payload: 'no' },
        { title: 'Yes', payload: 'yes' },
        { title: 'I’m not sure', payload: 'not sure' },
      ],
      state: { safety: 'high', help: gb, question: { kind: 'yes-no' } },
    },
  ],
  unlisted: [
    {
      text: 'Please reach a person now.',
      card: { kind: 'crisis', level: 'emergency', category: 'suicide', lines: [], directory: null },
      alt: 'Call your emergency number.',
    },
  ],
  exit: [
    { text: 'You can leave this page fast.', card: { kind: 'exit' }, alt: 'Press Leave now.' },
  ],
  export: [
    {
      text: 'Here is how to take it with you or wipe it.',
      card: { kind: 'export' },
      alt: 'Both are in the menu.',
    },
  ],
  hologram: [
    { text: 'Something newer.', card: { kind: 'hologram' }, alt: 'The same in plain words.' },
  ],
  long: Array.from({ length: 12 }, (_, at) => ({
    text: `Paragraph ${at + 1}. ${'A sentence that takes up room on the page. '.repeat(4)}`,
  })),
};

export function turn_for({ text }) {
  const word = Object.keys(turns).find((name) => text.toLowerCase().split(/\W+/).includes(name));
  if (word) return turns[word];
  return [
    { text: `You wrote: ${text.slice(0, 200)}` },
    {
      text: 'What happened just before?',
      replies: [{ title: 'I’d rather not say', payload: 'skip' }],
      state: { question: { kind: 'text' } },
    },
  ];
}
