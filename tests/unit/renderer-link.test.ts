import { TRPCClientError } from '@trpc/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setCoreTime } from '../../renderer/stores/clock.ts';
import { askedInVain, linkFailed, linkWorks, read, useLink } from '../../renderer/stores/link.ts';

const START = Date.UTC(2026, 10, 26, 2, 47, 33);

function at(secondsLater: number): void {
  vi.setSystemTime(START + secondsLater * 1000);
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the link to the core', () => {
  it('is down since the last answer, whatever is pressed meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    at(0);
    setCoreTime(START, START, START);
    linkWorks();
    at(4);
    linkFailed();
    at(31);
    // A part of the screen that has nothing to ask is no answer.
    await read('nothing to ask', async () => undefined);
    askedInVain();
    await read('asked', () => Promise.reject(new TRPCClientError('no answer')));
    expect(useLink.getState()).toEqual({ isUp: false, downSince: START, hasRefused: true });
    at(40);
    linkWorks();
    expect(useLink.getState()).toEqual({ isUp: true, downSince: null, hasRefused: false });
  });
});
