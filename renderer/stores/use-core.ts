import { useEffect, useId, useRef, useState } from 'react';
import { oneAtATime } from './changes.ts';
import { forgetRead, read } from './link.ts';
import { onChanged } from './live.ts';

/**
 * What the core answers to `ask`, kept fresh: asked at once, again when `key` changes, and again when one of `topics`
 * changed (`*`, after a reconnection, counts as every topic). Null until the first answer; an old answer stays on screen
 * until the next one is here.
 */
export function useCore<Value>(key: string, topics: readonly string[], ask: () => Promise<Value>): Value | null {
  const [answer, setAnswer] = useState<{ readonly key: string; readonly value: Value } | null>(null);
  const current = useRef(ask);
  current.current = ask;
  const wanted = topics.join(' ');
  const name = useId();
  useEffect(() => {
    let isGone = false;
    const ask = oneAtATime(async () => {
      const value = await current.current();
      if (!isGone) setAnswer({ key, value });
    });
    const refresh = () => read(name, ask);
    void refresh();
    const names = wanted.split(' ');
    const stop = onChanged((changed) => {
      if (changed.has('*') || names.some((name) => changed.has(name))) void refresh();
    });
    return () => {
      isGone = true;
      stop();
      forgetRead(name);
    };
  }, [key, wanted, name]);
  return answer === null ? null : answer.value;
}
