/** Texts of the first run and of signing in. */
export const welcome = {
  hello: 'Who sits up tonight?',
  first: 'The desk that sits up with you',
  firstWords:
    'Nightdesk takes the call, judges how urgent it is, wakes the right person and keeps the record. The data stays on this computer.',
  demo: 'Show me the demo',
  demoWords:
    'A made-up company with properties, residents and people on call. Phones are drawn on the screen; nothing leaves.',
  setUp: 'Set up my company',
  setUpWords:
    'Name, time zone and your PIN now; properties and people by import afterwards. Practice until you go live.',
  setUpTitle: 'Your company',
  company: 'Name of the company',
  zone: 'Time zone of the desk',
  language: 'Language of the desk',
  yourName: 'Your name',
  pin: 'PIN',
  pinNew: 'Your PIN (4 to 12 digits)',
  pinHint: 'You sign in with it every evening.',
  begin: 'Begin',
  back: 'Back',
  staff: 'Staff',
  signIn: 'Sign in',
  demoPin: 'PIN {{pin}}',
  demoPins: 'Demo: the PINs are shown here.',
  pinAgain: 'PIN again',
  pinShow: 'Show',
  pinHide: 'Hide',
  problem: {
    nameMissing: 'The company needs a name.',
    yourNameMissing: 'Your name is needed: each act of the night carries one.',
    pinWrong: 'A PIN has 4 to 12 digits, nothing else.',
    pinDiffers: 'The two PINs differ.',
  },
  working: 'One moment…',
  version: 'Nightdesk {{version}}',
} as const;
