import type { Rotation } from '#shared/contract';
import { useText, whenOf } from '../../../app/index.ts';
import { usePlan } from '../plan-context.tsx';
import { nextTurns } from './turns.ts';

const SHOWN = 6;

/** Who would be on when, before anything is saved. */
export function NextTurns({ rotation, isReady }: { readonly rotation: Rotation; readonly isReady: boolean }) {
  const { t, language } = useText();
  const { now, nameOf } = usePlan();
  const turns = isReady ? nextTurns(rotation, now, SHOWN) : [];
  return (
    <section className="next-turns" aria-label={t('planning.nextTurns')}>
      <h3 className="overline">{t('planning.nextTurns')}</h3>
      {turns.length === 0 && <p className="dim">{isReady ? t('planning.noTurns') : t('planning.turnsLater')}</p>}
      <ol>
        {turns.map((duty) => (
          <li key={duty.startsAt}>
            <b>{nameOf(duty.responderId)}</b>
            <span className="dim">
              {whenOf(duty.startsAt, now, rotation.zone, language)} –{' '}
              {whenOf(duty.endsAt, now, rotation.zone, language)}
            </span>
          </li>
        ))}
      </ol>
      <p className="faint">{t('planning.turnsAlone')}</p>
    </section>
  );
}
