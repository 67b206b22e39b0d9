import { classify } from '#shared/triage';
import { type Bench, percentile } from './figure.ts';

const TEXTS = [
  'water is coming through the bathroom ceiling and it is near the light',
  'agua cayendo del techo sobre la luz',
  'no heat since this afternoon, 52 in here, and my newborn is cold',
  'the neighbor says he smelled gas yesterday but the company came and it was nothing',
  'garbage disposal hums but does not turn, no hurry',
  'I am locked out and my phone is almost dead',
  'se fue la luz en todo el apartamento y uso una máquina para respirar',
  'teh toilet is ovrflowing and wont stop, it is the only one we have',
  'carbon monoxide alarm chirps once a minute, I think it is the battery',
  'There is a leak under the kitchen sink, I put a bucket there. Also the hallway lamp flickers, and since last week the ' +
    'dryer smells a little like burning but only when it is full. It is not smoking. The heat works fine. Please call before you ' +
    'come because of the dog. Puede hablar español con mi esposa si quiere.',
] as const;

const WARM_UP = 200;
const SAMPLES = 3_000;

export const triage: Bench = {
  name: 'triage',
  about: 'the verdict on one text, both languages, short and long',
  async run() {
    const samples: number[] = [];
    for (let index = 0; index < WARM_UP + SAMPLES; index += 1) {
      const text = TEXTS[index % TEXTS.length] ?? '';
      const startedAt = performance.now();
      classify(text, {});
      if (index >= WARM_UP) samples.push(performance.now() - startedAt);
    }
    return [
      { name: 'triage of one text, p50', value: percentile(samples, 0.5), unit: 'ms', target: null },
      { name: 'triage of one text, p99', value: percentile(samples, 0.99), unit: 'ms', target: 5 },
    ];
  },
};
