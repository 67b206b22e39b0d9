import { describe, expect, test } from 'vitest';
import { openNight, textsTo } from './incident-model.ts';

/** A telephone that answers by itself must not make the desk talk all night: the same answer goes out once in ten minutes. */

const AUTO = 'Sorry, I will call you back later';
const count = (night: ReturnType<typeof openNight>, purpose: string) =>
  textsTo(night, 'chen').filter((each) => each === purpose).length;

describe('the same answer', () => {
  test.each([
    ['not understood', { verb: 'none' }, 'notUnderstood'],
    ['the list', { verb: 'which' }, 'listOpen'],
    ['a decline that was noted', { verb: 'decline' }, 'confirm'],
    ['finished what nobody has', { verb: 'done' }, 'notUnderstood'],
  ] as const)('%s: once in ten minutes, then again', (_, understood, purpose) => {
    const night = openNight();
    for (let turn = 0; turn < 5; turn += 1) {
      night.reply('chen', understood, `words ${turn}`);
      night.pass(1);
    }
    expect(count(night, purpose)).toBe(1);
    night.pass(6);
    night.reply('chen', understood, 'words again');
    expect(count(night, purpose)).toBe(2);
  });

  test('who has it: once in ten minutes', () => {
    const night = openNight();
    night.pass(9);
    night.reply('marcus', { verb: 'accept', minutes: 60 });
    for (const words of ['ok', 'ok', '👍']) night.reply('chen', { verb: 'accept', minutes: null }, words);
    expect(count(night, 'lateReply')).toBe(1);
    night.reply('marcus', { verb: 'decline' });
    night.reply('marcus', { verb: 'accept', minutes: 5 });
    night.pass(11);
    night.reply('chen', { verb: 'accept', minutes: null }, 'ok');
    expect(count(night, 'lateReply')).toBe(2);
  });

  test('that never left is said again', () => {
    const night = openNight({ hasGateway: false });
    night.reply('chen', { verb: 'none' }, 'who is this');
    const key = night.state.messages.at(-1)?.key ?? '';
    night.settle(key, 'failed');
    night.reply('chen', { verb: 'none' }, 'hello?');
    expect(count(night, 'notUnderstood')).toBe(2);
  });

  test('is asked for with `?` as often as somebody likes', () => {
    const night = openNight();
    for (let turn = 0; turn < 3; turn += 1) night.reply('chen', { verb: 'status' }, '?');
    expect(count(night, 'status')).toBe(3);
  });
});

describe('words that nobody understood, written again', () => {
  test('get no second answer however long after, whatever we sent meanwhile', () => {
    const night = openNight();
    for (let round = 0; round < 4; round += 1) {
      night.reply('chen', { verb: 'none' }, AUTO);
      night.pass(38);
    }
    expect(count(night, 'step')).toBeGreaterThan(2);
    expect(count(night, 'notUnderstood')).toBe(1);
    night.reply('chen', { verb: 'none' }, 'who is this?');
    expect(count(night, 'notUnderstood')).toBe(2);
  });
});
