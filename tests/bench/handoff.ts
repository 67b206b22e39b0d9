import { type IncidentReport, renderHandoffInWorker } from '#core/handoff';
import { leak, lockout, night } from '../unit/handoff-night.ts';
import { type Bench, median } from './figure.ts';

const INCIDENTS = 200;
const RUNS = 5;

/** What the handoff of a night with two hundred incidents is made of. */
export const longNight = () =>
  night({
    incidents: Array.from(
      { length: INCIDENTS },
      (_, index): IncidentReport => (index % 3 === 2 ? lockout(1_001 + index) : leak(1_001 + index)),
    ),
  });

export const handoff: Bench = {
  name: 'handoff',
  about: 'the morning handoff PDF of a night with 200 incidents, worker start included',
  async run() {
    const times: number[] = [];
    let bytes = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const result = await renderHandoffInWorker(longNight());
      if (!result.ok) throw new Error(result.reason.en);
      times.push(result.ms);
      bytes = result.pdf.byteLength;
    }
    return [
      { name: 'handoff PDF, 200 incidents, p50', value: median(times), unit: 'ms', target: 1_500 },
      { name: 'handoff PDF, 200 incidents, size', value: bytes / 1_000_000, unit: 'MB', target: 2 },
    ];
  },
};
