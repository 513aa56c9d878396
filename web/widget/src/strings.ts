// Every word the element says by itself, in one place. A host page may replace any of them through
// the `strings` property. What the coach says comes from the server and is not here.

export const english = {
  title: 'keel',
  leave: 'Leave now',
  help: 'Help lines',
  menu: 'Menu',
  close: 'Close',
  log: 'The talk so far',
  log_live: 'New messages',
  keel_says: 'keel:',
  you_said: 'You:',
  label: 'In your own words',
  send: 'Send',
  replies: 'Replies to tap',
  newest: 'New messages below',
  skip: 'Skip this',
  skip_said: 'skip',
  why: 'Why ask?',
  why_said: 'why do you ask?',
  back: 'Go back',
  back_said: 'go back',

  intro_title: 'Sit here a minute before you send it.',
  intro_lead:
    'For the nights when someone left, will not answer, or will not leave your head. Write what is going on, and go through it one question at a time.',
  what_title: 'What this is',
  what: 'A program. Every reply was written beforehand and can be read; none is made up while you talk. Not a person, not therapy, not an emergency service. No clinician has reviewed it yet.',
  whom_title: 'Who it is for',
  whom: 'Adults, 18 or over.',
  kept_title: 'What is kept, and where',
  kept: (place: string) =>
    `What you write is kept, encrypted, on the machine that runs keel (${place}). So that you can come back, this browser keeps a token for it in its local storage. You can download or erase all of it, any time, from the menu.`,
  fast_title: 'Leaving fast',
  fast: '“Leave now”, or the Shift key pressed three times, blanks this page, erases the talk, and opens a page about cooking. Your browser’s history still shows that you were here.',
  danger: 'In danger, or thinking of ending your life?',
  danger_link: 'See the help lines',
  begin: 'Begin',
  begin_note: 'Nothing is stored until you press Begin.',

  earlier: 'Earlier. The server no longer has this part.',
  pending: 'Kept. It goes out when the connection is back.',
  lost: 'No connection right now. I keep what you write and send it when the line is back.',
  back_online: 'Connected again.',
  try_now: 'Try now',
  refused: 'This page and the server do not understand each other. Reloading the page may help.',
  unknown_here:
    'The server no longer knows this talk. You can start a new one; what you see stays until you close the page.',
  start_new: 'Start a new talk',
  too_long:
    'That is more than I can take at once. Your text is still in the field: send it in parts.',
  not_taken: 'That did not get through. Your text is back in the field.',
  announce_replies: (count: number) =>
    count === 1
      ? '1 reply to tap, before the text field.'
      : `${count} replies to tap, before the text field.`,
  announce_missed: (count: number) => (count === 1 ? '1 new message.' : `${count} new messages.`),

  scale_question: (min: number, max: number) => `A number from ${min} to ${max}`,
  scale_more: 'Any number in between can be typed.',
  done: 'Done',
  done_with: (value: string) => `Send ${value}`,
  duration_question: 'How long',
  amount: 'Amount',
  unit: 'Unit',
  unit_names: {
    minute: ['minute', 'minutes'],
    hour: ['hour', 'hours'],
    day: ['day', 'days'],
    week: ['week', 'weeks'],
    month: ['month', 'months'],
    year: ['year', 'years'],
  } as Record<string, [string, string]>,
  date_question: 'A day',

  stop: 'Stop',
  start: 'Start',
  again: 'Once more',
  pacer: 'Paced breathing',
  pacer_hint: 'Follow it, or just read along. Stop when you like.',
  pacer_done: 'Done. Stay with your own breath now.',
  breathe_in: 'Breathe in',
  breathe_out: 'Breathe out',
  breath_of: (round: number, rounds: number) => `Breath ${round} of ${rounds}`,
  slower: 'Slower',
  quicker: 'Quicker',
  aloud: 'Read the phases aloud',

  pause: 'Pause',
  pause_until: (time: string) => `until ${time}`,
  pause_half: 'Half of the pause is behind you.',
  pause_minute: 'One minute of the pause left.',
  pause_over: 'The pause is over.',

  marks: 'Your words, as I read them. Tap a piece to change what it is.',
  marks_again: 'Your words, as I read them then.',
  mark_choose: (quote: string) => `“${quote}” is really:`,
  mark_said: (quote: string, kind: string) => `“${quote}” is: ${kind.toLowerCase()}`,

  crisis: 'People you can reach now',
  crisis_urgent: 'Please reach a person now',
  call: (phone: string) => `Call ${phone}`,
  text_to: (number: string, keyword: string | null) =>
    keyword ? `Text ${keyword} to ${number}` : `Text ${number}`,
  open_chat: (site: string) => `Go to ${site}`,
  open_now: 'open now',
  closed_now: 'closed now',
  guessed: (country: string) =>
    `Country by the clock of this device: ${country}. If you are elsewhere, write the country.`,
  directory: (name: string) => `Other countries: ${name}`,
  needs: {
    emergency: 'Emergency',
    suicide: 'Thoughts of suicide',
    'domestic-violence': 'Being hurt or controlled by someone close',
    'sexual-violence': 'Sexual violence',
    children: 'Children and teenagers',
    general: 'Anywhere',
    'own-behaviour': 'If you are the one who frightens or hurts someone',
  } as Record<string, string>,

  help_title: 'People you can call or text',
  help_intro: 'keel cannot call anyone for you, and nobody is watching this talk.',
  country: 'Country',
  elsewhere: 'Another country',
  help_missing: 'The list of lines could not be loaded.',
  help_bare:
    'Emergency numbers: 112 in Europe and many other places, 911 in the US and Canada, 999 in the UK, 000 in Australia. A directory of help lines by country: findahelpline.com',
  pinned: 'If it gets too much:',
  all_lines: 'All help lines',

  menu_title: 'Menu',
  download: 'Download my talk',
  download_note: 'Everything stored about you, as one file.',
  downloading: 'The file is on its way.',
  erase: 'Erase everything',
  erase_note: 'Here and on the server.',
  erase_title: 'Erase everything?',
  erase_text:
    'This deletes the whole talk and all that keel remembers from it, here and on the server. It cannot be brought back.',
  erase_yes: 'Erase everything',
  erase_no: 'Keep it',
  erase_waiting:
    'No connection right now, so nothing is erased on the server yet. It will be as soon as the line is back.',
  erased: 'Erased. Nothing of that talk is left here or on the server.',
  about: 'What this is',
  shift_2: 'Shift, press 2 more times to leave.',
  shift_1: 'Shift, press 1 more time to leave.',
  shift_over: 'Leaving by Shift has lapsed.',
  leaving: 'Loading.',
};

export type Strings = typeof english;
