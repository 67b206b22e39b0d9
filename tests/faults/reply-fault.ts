import { setTimeout as pause } from 'node:timers/promises';
import { loadEvents, openForReading } from '#core/store';
import { FAST, type FastNight, openFastNight } from '../integration/fast-night.ts';
import { nameIn, type SunkMessage } from '../integration/kannel-sink.ts';
import { until } from '../patience.ts';
import { type Fault, outcomeOf } from './fault.ts';

const LADDERS = 20;
/** The second step only after all twenty have had their first: who has not been asked cannot have answered. */
const SLOWER = { ...FAST, steps: FAST.steps.map((step, at) => (at === 1 ? { ...step, afterPreviousMin: 0.5 } : step)) };
/** Across all deadlines of the ladders. */
const STOPPED_MS = 36_000;

/** Who was asked first has answered while nobody listened: nobody else may be woken. */
export const replies: Fault = {
  name: 'replies waited at the gateway',
  about: 'each first person answers while the core is stopped; continued, it has to hear them before it wakes anybody',
  async run() {
    const night = await openFastNight({ ladder: SLOWER });
    try {
      const asked = () => night.sink.taken.filter(({ text }) => nameIn(text) !== null);
      // One after the other: those of one moment would leave in one text.
      for (let count = 1; count <= LADDERS; count += 1) {
        await night.report('P1');
        await until(() => asked().length >= count, `the first text of ladder ${count}`);
      }
      night.child().freeze();
      const answers = asked().map((message) => answer(night, message));
      await pause(STOPPED_MS);
      night.child().thaw();
      await Promise.all(answers);
      await night.quiet();
      const { steps, holders } = afterwards(night);
      const woken = steps - LADDERS;
      const wrong = [
        ...(woken > 0 ? [`${woken} steps fired although the answer was there`] : []),
        ...(holders === LADDERS ? [] : [`only ${holders} were taken`]),
      ];
      return await outcomeOf(night, { tried: `${LADDERS} ladders, ${answers.length} replies`, wrong });
    } finally {
      await night.end();
    }
  },
};

async function answer({ sink }: FastNight, { key, to, text }: SunkMessage): Promise<void> {
  const status = await sink.reply({ id: `reply-${key}`, from: to, text: `1${nameIn(text)?.code ?? ''} 30` });
  if (status !== 200) throw new Error(`a reply was answered with ${status}`);
}

function afterwards({ folder, accepted }: FastNight): { readonly steps: number; readonly holders: number } {
  const { read, close } = openForReading(folder);
  const events = accepted().flatMap((id) => loadEvents(read, id).map((each) => each.event));
  close();
  return {
    steps: events.filter((event) => event.type === 'stepFired').length,
    holders: events.filter((event) => event.type === 'acknowledged').length,
  };
}
