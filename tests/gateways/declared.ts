/**
 * What each driver is said to do, in one place: the conformance suite holds every driver to its column, and the table in the
 * README is made of it.
 */

export const CAPABILITIES = {
  texts: 'carries every text unchanged',
  receipts: 'receipts',
  failures: 'tells what was not delivered',
  givesBack: 'gives back what never left',
  replies: 'replies',
  keptReplies: 'replies wait for a core that is away',
  sameKey: 'knows a repeated message',
  find: 'can be asked about a message',
  wrongNumber: 'refused number',
  slowDown: 'asked to slow down',
  lostAnswer: 'answer lost: said to be unknown',
  linkCut: 'cut off: said to be not sent',
  comesBack: 'works again after a cut',
  wrongAccount: 'refused account',
} as const;
export type Capability = keyof typeof CAPABILITIES;

/** `true`, or why this gateway cannot be held to it. */
type Declared = Readonly<Record<Capability, true | string>>;

export type GatewayDeclaration = {
  readonly title: string;
  /** What stood at the other end when the suite ran. */
  readonly against: string;
  readonly does: Declared;
};

const ALL: Declared = {
  texts: true,
  receipts: true,
  failures: true,
  givesBack: true,
  replies: true,
  keptReplies: true,
  sameKey: true,
  find: true,
  wrongNumber: true,
  slowDown: true,
  lostAnswer: true,
  linkCut: true,
  comesBack: true,
  wrongAccount: true,
};

const PUSH = 'push goes one way';

/** In the order of the table. A driver by a second way to the network has a column of its own. */
export const GATEWAYS = {
  practice: {
    title: 'practice',
    against: 'itself',
    does: {
      ...ALL,
      failures: 'drawn phones receive everything',
      givesBack: 'sends what it takes',
      wrongNumber: 'drawn phones have any number',
      slowDown: 'never asks for it',
    },
  },
  kannel: {
    title: 'Kannel (HTTP)',
    against: 'Debian’s Kannel 1.4.5, fake link',
    does: {
      ...ALL,
      failures: 'the fake link delivers everything',
      givesBack: 'does not say whether it left',
      sameKey: 'takes it again',
      find: 'cannot be asked',
      slowDown: 'against a stand-in only',
      lostAnswer: 'against a stand-in only',
      comesBack: 'the program itself is killed',
    },
  },
  'kannel over smpp': {
    title: 'Kannel → SMPP',
    against: 'Debian’s Kannel 1.4.5, our SMSC',
    does: {
      ...ALL,
      givesBack: 'does not say whether it left',
      sameKey: 'takes it again',
      find: 'cannot be asked',
      wrongNumber: 'tells it later, as not delivered',
      slowDown: 'waits by itself',
      lostAnswer: 'against a stand-in only',
      linkCut: 'queues by itself',
      wrongAccount: 'same as Kannel',
    },
  },
  smpp: {
    title: 'SMPP 3.4',
    against: 'our SMSC',
    does: { ...ALL, givesBack: 'queues nothing', sameKey: 'takes it again', find: 'cannot be asked' },
  },
  gammu: {
    title: 'gammu-smsd (modem)',
    against: 'Debian’s gammu-smsd 1.42, our modem',
    does: {
      ...ALL,
      wrongNumber: 'tells it later, as not delivered',
      slowDown: 'queues by itself',
      lostAnswer: 'its database answers or does not',
      wrongAccount: 'has no account',
    },
  },
  android: { title: 'SMS Gateway for Android', against: 'a stand-in', does: ALL },
  twilio: {
    title: 'Twilio-compatible',
    against: 'a stand-in',
    does: { ...ALL, sameKey: 'takes it again' },
  },
  http: {
    title: 'HTTP template',
    against: 'a stand-in',
    does: {
      ...ALL,
      receipts: 'not in a template',
      failures: 'not in a template',
      givesBack: 'not in a template',
      replies: 'not in a template',
      keptReplies: 'not in a template',
      sameKey: 'takes it again',
      find: 'cannot be asked',
    },
  },
  ntfy: {
    title: 'ntfy (push)',
    against: 'a stand-in',
    does: {
      ...ALL,
      receipts: PUSH,
      failures: PUSH,
      givesBack: PUSH,
      replies: PUSH,
      keptReplies: PUSH,
      sameKey: 'takes it again',
      find: 'cannot be asked',
      wrongNumber: 'has no numbers',
    },
  },
  gotify: {
    title: 'Gotify (push)',
    against: 'a stand-in',
    does: {
      ...ALL,
      receipts: PUSH,
      failures: PUSH,
      givesBack: PUSH,
      replies: PUSH,
      keptReplies: PUSH,
      sameKey: 'takes it again',
      find: 'cannot be asked',
      wrongNumber: 'has no numbers',
    },
  },
} as const satisfies Readonly<Record<string, GatewayDeclaration>>;
export type GatewayName = keyof typeof GATEWAYS;
