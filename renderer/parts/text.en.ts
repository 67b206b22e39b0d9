/** What the parts of several screens say themselves. */
export const parts = {
  undo: 'Undo',
  minutes: { between: 'Between {{least}} and {{most}} minutes. Until then {{counts}} counts.' },
  time: 'By the 24-hour clock, like 17:30.',
  ladder: {
    minutesOf: 'Step {{number}}: minutes after the one before',
    addTo: 'Step {{number}}: also wake',
    somebody: 'also wake…',
    doAdd: 'Step {{number}} also wakes {{name}}',
    change: 'Change for this incident…',
    changed: 'Changed for this incident only',
    changedWords: 'The policy stays as it is; the log keeps what was changed.',
    back: 'Back to the policy',
    close: 'Close',
    why: 'Why',
    whyHint: 'what you know that the policy does not',
    doChange: 'Change the ladder',
    done: '#{{number}}: the ladder is changed, for this incident only',
    nothing: 'Nothing is changed yet.',
    policy: 'Ladders of {{name}}, version {{version}}',
  },
  card: { advice: 'To say while help is on its way', photos: 'Photos wanted', identity: 'Whom to let in' },
} as const;
