import { oldestFailure, useAppInfo, useFailedReads, useLink } from '../stores/index.ts';
import { useText } from './i18n.ts';
import { useWhen } from './surroundings.ts';

/** While nothing leaves, or the company is made up, the whole desk says so, on every screen. */
export function PracticeBanner() {
  const { t } = useText();
  const info = useAppInfo((state) => state.info);
  if (!info || !(info.isPractice || info.isDemo)) return null;
  const word = info.isPractice ? t('frame.practice') : t('frame.demoLive');
  return (
    <aside className="practice-banner" aria-label={word}>
      <b>{word}</b>
      <span>{info.isPractice ? t('frame.practiceMeaning') : t('frame.demoLiveMeaning')}</span>
    </aside>
  );
}

/** Says since when the core has not been heard, and what is and is not known. */
export function LinkBar() {
  const { t } = useText();
  const when = useWhen();
  const { isUp, downSince, hasRefused } = useLink();
  if (isUp || downSince === null) return null;
  const time = when(downSince, true);
  return (
    <div className="trouble-bar" role="alert">
      <b>{t('frame.linkDown', { time })}</b>
      <span>{t('frame.linkDownMeaning', { time })}</span>
      {hasRefused && <b>{t('frame.unreachable')}</b>}
    </div>
  );
}

/** Says since when a part of the screen is old: the core is there, but could not read it. */
export function StaleBar() {
  const { t, pick } = useText();
  const when = useWhen();
  const isUp = useLink((state) => state.isUp);
  const oldest = oldestFailure(useFailedReads((state) => state.failed));
  // With the core silent everything is old, and the bar above says so.
  if (!isUp || oldest === null) return null;
  return (
    <div className="trouble-bar" role="alert">
      <b>{t('frame.stale', { time: when(oldest.since, true) })}</b>
      <span>{oldest.sentence ? pick(oldest.sentence) : t('frame.staleMeaning')}</span>
    </div>
  );
}
