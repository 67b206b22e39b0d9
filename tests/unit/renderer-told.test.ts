import { notificationsStore } from '@mantine/notifications';
import { beforeEach, describe, expect, it } from 'vitest';
import { tell } from '../../renderer/app/attempt.ts';

const shown = () => notificationsStore.getState().notifications;

describe('a line in the corner', () => {
  beforeEach(() =>
    notificationsStore.setState({ notifications: [], queue: [], defaultPosition: 'top-right', limit: 5 }),
  );

  it('is shown alone', () => {
    tell('#1001: held');
    tell('#1001: noted');
    expect(shown().map((each) => each.message)).toEqual(['#1001: noted']);
  });

  it('has its own time: it is not the last one with other words, which goes when that one would have gone', () => {
    tell('#1001: held');
    const [held] = shown();
    tell('#1001: noted');
    expect(shown()[0]?.id).not.toBe(held?.id);
  });

  it('of what was refused stays beside what follows', () => {
    tell('#1001: held');
    tell('too late', 'refused');
    tell('#1001: noted');
    expect(shown().map((each) => each.message)).toEqual(['too late', '#1001: noted']);
  });
});
