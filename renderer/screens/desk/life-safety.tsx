import { EMERGENCY_CALL_ANSWERS, type IncidentView } from '#shared/contract';
import { LINE_KEYS, phoneOf, useText, useWhen } from '../../app/index.ts';
import { ActionButton } from '../../parts/index.ts';
import { NumberLine } from './number-line.tsx';

type LifeSafetyProps = {
  readonly view: IncidentView;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
};

/** Somebody's life may be in danger: who may go in, and whether 911 was called, which one key answers for the log. */
export function LifeSafety({ view, isOpen, onOpen }: LifeSafetyProps) {
  const { t } = useText();
  const when = useWhen();
  const { lifeSafety, mustWaitOutside, emergencyCall } = view;
  if (lifeSafety === null) return null;
  const answer = emergencyCall && t(`desk.emergency.${emergencyCall.answer}`);
  return (
    <div className={`life-safety${emergencyCall?.answer === 'yes' ? ' is-settled' : ''}`}>
      <p>
        {mustWaitOutside && <b>{t('desk.incident.nobodyEnters')} </b>}
        {t('desk.incident.lifeSafety')}{' '}
        {emergencyCall && (
          <b>
            {answer}
            <span className="dim"> ({[when(emergencyCall.at), emergencyCall.by].filter(Boolean).join(', ')})</span>
          </b>
        )}
      </p>
      {view.row.status !== 'resolved' && (
        <ActionButton
          label={emergencyCall ? t('desk.emergency.change') : t('desk.lines.emergency')}
          cap={LINE_KEYS.emergency}
          kind={emergencyCall ? 'plain' : 'main'}
          isOpen={isOpen}
          onPress={onOpen}
        />
      )}
    </div>
  );
}

/** The question with the number of the property's own 911 centre, and one key per answer. */
export function EmergencyLine({ view }: { readonly view: IncidentView }) {
  const { t } = useText();
  const { emergencyCentre } = view.place;
  const { row } = view;
  return (
    <NumberLine
      view={view}
      title={t('desk.incident.lifeSafety')}
      number={emergencyCentre ? phoneOf(emergencyCentre) : '911'}
      effect={emergencyCentre ? t('desk.emergency.effect') : t('desk.emergency.effectNoCentre')}
      done={t('desk.done.emergency', { number: row.number })}
      answers={EMERGENCY_CALL_ANSWERS.map((answer) => ({
        label: t(`desk.emergency.${answer}`),
        action: { type: 'answerEmergencyCall', incidentId: row.id, answer },
      }))}
    />
  );
}
