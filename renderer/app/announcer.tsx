import { useEffect, useRef, useState } from 'react';
import { useNow, useQueue, useTimers } from '../stores/index.ts';
import { type Announcement, rowNews, timerNews } from './announcements.ts';
import { useText } from './i18n.ts';

/** The one assertive live region of the window. */
export function Announcer() {
  const { t } = useText();
  const rows = useQueue((state) => state.rows);
  const tab = useQueue((state) => state.tab);
  const timers = useTimers((state) => state.timers);
  const now = useNow();
  const before = useRef({ rows, tab, now });
  const [said, setSaid] = useState('');

  useEffect(() => {
    const last = before.current;
    before.current = { rows, tab, now };
    // Another tab shows other rows; nothing in it is new.
    const news = [...(last.tab === tab ? rowNews(last.rows, rows) : []), ...timerNews(timers, last.now, now)];
    if (news.length > 0) setSaid(news.map((one) => sentence(one, t)).join('. '));
  }, [rows, tab, timers, now, t]);

  return (
    <div className="sr-only" aria-live="assertive" role="alert">
      {said}
    </div>
  );
}

function sentence(news: Announcement, t: ReturnType<typeof useText>['t']): string {
  switch (news.kind) {
    case 'newP1':
      return t('frame.announce.newP1', { place: news.row.place, category: t(`words.category.${news.row.category}`) });
    case 'unanswered':
      return t('frame.announce.unanswered', { place: news.row.place });
    case 'acknowledged':
      return t('frame.announce.acknowledged', { place: news.row.place, who: news.who });
    case 'stepFired':
      return t('frame.announce.stepFired', { place: news.row.place, step: news.step, who: news.row.who.join(', ') });
    case 'twoMinutes':
      return t('frame.announce.twoMinutes', { place: news.timer.place, kind: t(`words.clock.${news.timer.kind}`) });
  }
}
