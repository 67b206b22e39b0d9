import { expect, it, vi } from 'vitest';
import { openHub } from '#core/desk';

it('the hub tells what changed, and nothing where nothing did', () => {
  const hub = openHub();
  const heard = vi.fn();
  const stop = hub.subscribe(heard);
  hub.publish([]);
  hub.publish(['queue']);
  stop();
  hub.publish(['timers']);
  expect(heard.mock.calls).toEqual([[['queue']]]);
});
