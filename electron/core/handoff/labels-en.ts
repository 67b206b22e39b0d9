import type { Labels } from './labels.ts';

export const ENGLISH: Labels = {
  title: 'Morning handoff',
  practice: 'PRACTICE',
  practiceExplained:
    'No message left this computer: whatever was sent went to the phones on the Practice screen, and Nightdesk notified nobody.',
  partlyPractice: 'PARTLY PRACTICE',
  partlyExplained: (onScreenCount, leftCount) =>
    `${onScreenCount === 1 ? 'One message' : `${onScreenCount} messages`} only went to the phones on the Practice screen and reached nobody; ${leftCount} really left through a gateway. Below, each practice message says so.`,
  demo: 'DEMO COMPANY',
  demoExplained: (leftCount) =>
    `The company, its people and their numbers are made up.${leftCount === 0 ? '' : ` ${leftCount === 1 ? 'One message' : `${leftCount} messages`} really left through a gateway all the same.`}`,
  night: (from, to) => (from === to ? `Night of ${from}` : `Night of ${from} to ${to}`),
  desk: (turns) => `Desk: ${turns}`,
  turn: (name, from, to) => `${name} · ${from} to ${to}`,
  handedOver: (from, to, when) => `Desk handed over at ${when}: from ${from} to ${to}`,
  saidAtHandOver: (name, when, words) => `Said when ${name} took over at ${when}: ${words}`,
  nobodySignedIn: 'nobody signed in',
  page: (page, pages) => `Page ${page} of ${pages}`,
  logHead: 'Log head',
  generated: (when, version) => `Nightdesk ${version} · made ${when}`,
  continued: 'continued',
  unprintable: 'A question mark may stand for a character these fonts lack; the console shows the original words.',
  days: (days) => `${days} days`,
  late: 'LATE',
  summary: {
    contacts: (count) => (count === 1 ? 'contact' : 'contacts'),
    inTime: 'acknowledged in time',
    ofAll: (part, all) => `${part} of ${all}`,
    median: 'median time to acknowledge',
    steps: (mostOfOne) => `steps needed, at most ${mostOfOne} for one`,
    triageMarks: (marked, all) =>
      `Triage marks of this night: ${marked} of ${all} marked${marked < all ? ' (console: Reports, Triage review)' : ''}.`,
    tier: { P1: 'P1 now', P2: 'P2 tonight', P3: 'P3 morning' },
  },
  weather: {
    on: (mode, from, to) =>
      `${{ freeze: 'Freeze mode', heat: 'Heat mode', off: 'Weather mode kept off' }[mode]} from ${from} ${to === null ? 'on, to the end of the night' : `to ${to}`}`,
    everywhere: ', everywhere',
    at: (names, more) => ` at ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    byPerson: (name, words) => `. By hand, ${name}: ${words}`,
    byDocument: (degrees, alert, readAt) =>
      `. By ${degrees === null ? `the alert “${alert}”` : `the forecast of ${degrees} °F`} as of ${readAt}`,
  },
  failures: {
    title: 'What failed',
    none: 'Nothing: no message was lost or late, the gateway was never down, the desk was never blind or unattended, every alarm was heard, and the clock did not move.',
    undelivered: (to, when, why, isNotKnown) =>
      `Message to ${to}, ${when}: ${isNotKnown ? 'not known whether it arrived' : 'not delivered'}. ${why}`,
    waiting: (to, count, since, why) =>
      `${count === 1 ? 'A message' : `${count} messages`} to ${to} had not left yet, ${count === 1 ? 'written' : 'the first written'} ${since}. ${why}`,
    outage: (from, ended, why, lateCount, mostLate) =>
      `Gateway down ${from}${ended === null ? ', and still down' : ` to ${ended[0]} (${ended[1]})`}: ${why}. ${
        lateCount === 0
          ? 'No message left late because of it.'
          : lateCount === 1
            ? `One message left late because of it, by ${mostLate}.`
            : `${lateCount} messages left late because of it, by up to ${mostLate}.`
      }`,
    late: (count, mostLate) =>
      count === 1 ? `One message left late, by ${mostLate}.` : `${count} messages left late, by up to ${mostLate}.`,
    blind: (from, to, length, why) => `Desk blind ${from} to ${to} (${length}). ${why}`,
    unattended: (from, ended, called) =>
      `Desk unattended from ${from}${ended === null ? ' on' : ` to ${ended[0]} (${ended[1]})`}: nobody there heard the alarm. ${called === '' ? 'Nobody could be texted instead.' : `Texted instead: ${called}.`}`,
    unheard: (since, called, when) =>
      `Alarm that sounded from ${since} not heard at the desk. ${called === '' ? 'Nobody could be texted.' : `Texted ${when}: ${called}.`}`,
    clockMoved: (when, length, isForward) =>
      `Computer clock moved ${isForward ? 'forward' : 'back'} by ${length}, ${when}; running timers were moved with it.`,
    tooManyAlarms: (count) =>
      `${count} alarms in one night. More than ten is a finding: people stop hearing them. See which rule or gap sounded them.`,
    alarms: (count) =>
      count === 0 ? 'No alarm sounded.' : count === 1 ? 'One alarm sounded.' : `${count} alarms sounded.`,
  },
  open: {
    title: 'Still open',
    none: 'Nothing is open.',
    item: 'Item',
    problem: 'Problem and next step',
    age: 'Age',
    owner: 'Who has it',
    nobody: 'NOBODY',
    since: (when) => `since ${when}`,
    legend: 'Age runs from first contact: ! from 4 days, !! from 5.5 days.',
  },
  calls: {
    title: 'Calls to return',
    none: 'No calls to return.',
    who: 'Who',
    wish: 'What about',
    received: 'Received',
    promised: 'Promised by',
  },
  queue: {
    title: 'P3 queue, by priority',
    none: 'The P3 queue is empty.',
    item: 'Item',
    where: 'Where and who',
    problem: 'In the resident’s words',
    enter: 'May enter',
    promised: 'Promised by',
    permission: { yes: 'Yes', no: 'No', unknown: 'Not asked' },
    noPromise: 'none made',
  },
  incidents: {
    title: 'P1 and P2 in full',
    none: 'No P1 and no P2 tonight.',
    why: (tier) => `Why ${tier}`,
    answered: 'Answered',
    answeredAfter: (name, length) => `${name}, after ${length}`,
    nobody: 'by nobody',
    reopened: (when, by) => `re-opened ${when}, then: ${by}`,
    target: 'Target',
    sla: {
      kept: 'Kept',
      missed: 'MISSED',
      running: 'Still running',
      none: 'None: closed or lowered before anybody had to answer',
    },
    outcome: 'Outcome',
    review: 'Was the tier right?',
    right: 'Right',
    tooHigh: 'Too high',
    tooLow: 'Too low',
  },
  responders: {
    title: 'Responders',
    none: 'Nobody had to be notified.',
    name: 'Name',
    notified: 'Notified',
    answered: 'Answered',
    declined: 'Declined',
    median: 'Median answer',
    never: 'never answered',
  },
  codes: { title: 'Codes to change', place: 'Place', what: 'Which code', why: 'Given to' },
  categories: {
    plumbing: 'Plumbing',
    sewer: 'Sewer',
    gas: 'Gas',
    fire: 'Fire, smoke, CO',
    electrical: 'Electrical',
    heat: 'Heat',
    cooling: 'Cooling',
    lockout: 'Lockout',
    security: 'Security',
    elevator: 'Elevator',
    appliance: 'Appliance',
    structural: 'Structural',
    pest: 'Pest',
    noise: 'Noise',
    general: 'General',
  },
};
