import { useEffect, useState } from 'react';
import { create } from 'zustand';
import { startSound } from '../../app/index.ts';
import { coreNow, useSession } from '../../stores/index.ts';

/** Who has heard the alarm in this window, by desk session: the next coordinator sits at other loudspeakers, or is deaf to these. */
const useHeard = create<{ readonly sessionId: string; readonly at: number }>(() => ({ sessionId: '', at: 0 }));

export type AlarmTest = {
  readonly heardAt: number | null;
  readonly isPlaying: boolean;
  readonly play: () => void;
  readonly stop: () => void;
  readonly hear: () => void;
};

/** The loudest of the three sounds until it is stopped, or somebody says that they hear it. */
export function useAlarmTest(): AlarmTest {
  const sessionId = useSession((state) => state.session?.deskSession?.id ?? '');
  const heard = useHeard();
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => (isPlaying ? startSound('siren', true) : undefined), [isPlaying]);
  return {
    heardAt: heard.sessionId === sessionId && sessionId !== '' ? heard.at : null,
    isPlaying,
    play: () => setPlaying(true),
    stop: () => setPlaying(false),
    hear: () => {
      setPlaying(false);
      useHeard.setState({ sessionId, at: coreNow() });
    },
  };
}
