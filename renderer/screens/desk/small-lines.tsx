import { useState } from 'react';
import { type IncidentView, OUTCOMES, type Outcome, TIERS, type Tier } from '#shared/contract';
import { useText } from '../../app/index.ts';
import { Choice, Field } from '../../parts/index.ts';
import { minutesOf } from './answer-lines.tsx';
import { LineShell } from './line-shell.tsx';
import { nextNames } from './next-names.ts';

type LineProps = { readonly view: IncidentView };

export function EscalateLine({ view }: LineProps) {
  const { t } = useText();
  const who = nextNames(view);
  return (
    <LineShell
      view={view}
      title={t('desk.form.escalateTitle')}
      effect={who ? t('desk.form.escalateEffect', { who }) : t('desk.form.escalateNobody')}
      submit={t('desk.form.do')}
      asked={() => ({ action: { type: 'escalateNow', incidentId: view.row.id } })}
      isBare
    />
  );
}

export function ArrivedLine({ view }: LineProps) {
  const { t } = useText();
  return (
    <LineShell
      view={view}
      title={t('desk.form.arrivedTitle')}
      effect={t('desk.form.arrivedEffect', { who: view.holder?.name ?? view.row.who.join(', ') })}
      submit={t('desk.form.do')}
      asked={() => ({ action: { type: 'markArrived', incidentId: view.row.id } })}
      isBare
    />
  );
}

export function EtaLine({ view }: LineProps) {
  const { t } = useText();
  const [eta, setEta] = useState('');
  return (
    <LineShell
      view={view}
      title={t('desk.form.etaTitle')}
      effect={t('desk.form.etaEffect')}
      submit={t('desk.form.save')}
      asked={() => {
        const etaMinutes = minutesOf(eta);
        if (etaMinutes === null) return { missing: t('desk.form.eta') };
        return { action: { type: 'setEta', incidentId: view.row.id, etaMinutes } };
      }}
    >
      <Field
        label={t('desk.form.eta')}
        value={eta}
        onValue={setEta}
        inputMode="numeric"
        placeholder="30"
        isShort
        hasFocus
      />
    </LineShell>
  );
}

const MAX_TEXT = 600;

export function WriteLine({ view }: LineProps) {
  const { t } = useText();
  const [to, setTo] = useState<'resident' | 'responders'>('resident');
  const [text, setText] = useState('');
  const isSpanish = to === 'resident' && view.caller.language === 'es';
  return (
    <LineShell
      view={view}
      title={t('desk.form.writeTitle')}
      effect={isSpanish ? t('desk.form.writeEffectEs', { name: view.caller.name }) : t('desk.form.writeEffect')}
      submit={t('desk.form.send')}
      asked={() => {
        if (text.trim() === '') return { missing: t('desk.form.text') };
        return { action: { type: 'writeTo', incidentId: view.row.id, to, text: text.trim() } };
      }}
    >
      <Choice
        label={t('desk.form.to')}
        value={to}
        onChange={setTo}
        options={[
          { value: 'resident', label: t('desk.form.toResident', { name: view.caller.name }) },
          { value: 'responders', label: t('desk.form.toResponders') },
        ]}
      />
      <Field
        label={`${t('desk.form.text')} (${t('desk.form.left', { count: MAX_TEXT - text.length })})`}
        value={text}
        onValue={setText}
        maxLength={MAX_TEXT}
        hasFocus
      />
    </LineShell>
  );
}

export function TierLine({ view }: LineProps) {
  const { t } = useText();
  const current = view.row.tier;
  const [tier, setTier] = useState<Tier | null>(null);
  const [reason, setReason] = useState('');
  const isRaise = tier !== null && TIERS.indexOf(tier) < TIERS.indexOf(current);
  return (
    <LineShell
      view={view}
      title={t('desk.form.tierTitle')}
      effect={
        tier === null
          ? t('desk.form.tierEffect')
          : !isRaise
            ? t('desk.form.lowerEffect')
            : view.holder
              ? t('desk.form.raiseEffect', { who: view.holder.name })
              : t('desk.form.raiseAtOnce')
      }
      submit={t('desk.form.do')}
      asked={() => {
        if (tier === null) return { missing: t('desk.form.tierLabel') };
        if (reason.trim() === '') return { missing: t('desk.form.reason') };
        return { action: { type: 'changeTier', incidentId: view.row.id, tier, reason: reason.trim() } };
      }}
    >
      <Choice
        label={t('desk.form.tierLabel')}
        value={tier}
        onChange={setTier}
        options={TIERS.filter((each) => each !== current).map((value) => ({
          value,
          label: t(`words.tierLong.${value}`),
        }))}
        hasFocus
      />
      <Field
        label={t('desk.form.reason')}
        value={reason}
        onValue={setReason}
        placeholder={t('desk.form.reasonHint')}
        maxLength={500}
      />
    </LineShell>
  );
}

export function ResolveLine({ view }: LineProps) {
  const { t } = useText();
  const [outcome, setOutcome] = useState<Outcome>('fixed');
  const [words, setWords] = useState('');
  return (
    <LineShell
      view={view}
      title={t('desk.form.resolveTitle')}
      effect={t('desk.form.resolveEffect')}
      submit={t('desk.form.do')}
      asked={() => ({ action: { type: 'resolve', incidentId: view.row.id, outcome, words: words.trim() } })}
    >
      <Choice
        label={t('desk.form.outcome')}
        value={outcome}
        onChange={setOutcome}
        options={OUTCOMES.map((value) => ({ value, label: t(`words.outcome.${value}`) }))}
        hasFocus
      />
      <Field
        label={t('desk.form.resolveWords')}
        value={words}
        onValue={setWords}
        placeholder={t('desk.form.resolveHint')}
        maxLength={1000}
      />
    </LineShell>
  );
}

export function ReopenLine({ view }: LineProps) {
  const { t } = useText();
  const [words, setWords] = useState('');
  return (
    <LineShell
      view={view}
      title={t('desk.form.reopenTitle')}
      effect={t('desk.form.reopenEffect')}
      submit={t('desk.form.do')}
      asked={() => {
        if (words.trim() === '') return { missing: t('desk.form.why') };
        return { action: { type: 'reopen', incidentId: view.row.id, words: words.trim() } };
      }}
    >
      <Field label={t('desk.form.why')} value={words} onValue={setWords} maxLength={1000} hasFocus />
    </LineShell>
  );
}

export function NoteLine({ view }: LineProps) {
  const { t } = useText();
  const [words, setWords] = useState('');
  return (
    <LineShell
      view={view}
      title={t('desk.form.noteTitle')}
      effect={t('desk.form.noteEffect')}
      submit={t('desk.form.save')}
      asked={() => {
        if (words.trim() === '') return { missing: t('desk.form.note') };
        return { action: { type: 'note', incidentId: view.row.id, words: words.trim() } };
      }}
    >
      <Field label={t('desk.form.note')} value={words} onValue={setWords} maxLength={1000} hasFocus />
    </LineShell>
  );
}
