import { OUTCOMES, type Outcome, TIERS, type Tier } from '#shared/contract';
import { useText } from '../../app/index.ts';
import { Choice, Field } from '../../parts/index.ts';
import { minutesOf, WITHIN } from './answer-lines.tsx';
import type { LineProps } from './line-form.tsx';
import { LineShell } from './line-shell.tsx';
import { nextNames } from './next-names.ts';
import { useTyped } from './typed.ts';

export function EscalateLine({ view }: LineProps) {
  const { t } = useText();
  const who = nextNames(view);
  return (
    <LineShell
      title={t('desk.form.escalateTitle')}
      effect={who ? t('desk.form.escalateEffect', { who }) : t('desk.form.escalateNobody')}
      submit={t('desk.form.do')}
      asked={() => ({
        action: { type: 'escalateNow', incidentId: view.row.id },
        done: t('desk.done.escalate', { number: view.row.number, who: who || t('desk.now.nobodyNext') }),
      })}
      isBare
    />
  );
}

export function ArrivedLine({ view }: LineProps) {
  const { t } = useText();
  const who = view.holder?.name ?? view.row.who.join(', ');
  return (
    <LineShell
      title={t('desk.form.arrivedTitle')}
      effect={t('desk.form.arrivedEffect', { who })}
      submit={t('desk.form.do')}
      asked={() => ({
        action: { type: 'markArrived', incidentId: view.row.id },
        done: t('desk.done.arrived', { number: view.row.number, who }),
      })}
      isBare
    />
  );
}

export function EtaLine({ view, given }: LineProps) {
  const { t } = useText();
  const [eta, setEta] = useTyped('eta', given.minutes === null ? '' : String(given.minutes));
  return (
    <LineShell
      title={t('desk.form.etaTitle')}
      effect={t('desk.form.etaEffect')}
      submit={t('desk.form.save')}
      asked={() => {
        const etaMinutes = minutesOf(eta);
        if (eta.trim() === '') return { missing: t('desk.form.eta') };
        if (etaMinutes === null) return { wrong: t('desk.form.between', WITHIN) };
        return {
          action: { type: 'setEta', incidentId: view.row.id, etaMinutes },
          done: t('desk.done.eta', { number: view.row.number, count: etaMinutes }),
        };
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

export function WriteLine({ view, given }: LineProps) {
  const { t } = useText();
  const [to, setTo] = useTyped<'resident' | 'responders'>('to', 'resident');
  const [text, setText] = useTyped('text', given.words);
  const isSpanish = to === 'resident' && view.caller.language === 'es';
  return (
    <LineShell
      title={t('desk.form.writeTitle')}
      effect={isSpanish ? t('desk.form.writeEffectEs', { name: view.caller.name }) : t('desk.form.writeEffect')}
      submit={t('desk.form.send')}
      asked={() => {
        if (text.trim() === '') return { missing: t('desk.form.text') };
        const who = to === 'resident' ? view.caller.name : t('desk.form.toResponders');
        return {
          action: { type: 'writeTo', incidentId: view.row.id, to, text: text.trim() },
          done: t('desk.done.write', { number: view.row.number, who }),
        };
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

export function TierLine({ view, given }: LineProps) {
  const { t } = useText();
  const current = view.row.tier;
  const [tier, setTier] = useTyped<Tier | null>('tier', null);
  const [reason, setReason] = useTyped('reason', given.words);
  const isRaise = tier !== null && TIERS.indexOf(tier) < TIERS.indexOf(current);
  return (
    <LineShell
      title={t('desk.form.tierTitle')}
      effect={
        tier === null
          ? t('desk.form.tierEffect')
          : !isRaise
            ? view.holder
              ? t('desk.form.lowerKept', { who: view.holder.name })
              : t('desk.form.lowerEffect')
            : view.holder
              ? t(view.row.status === 'onSite' ? 'desk.form.raiseOnSite' : 'desk.form.raiseEffect', {
                  who: view.holder.name,
                })
              : t('desk.form.raiseAtOnce')
      }
      submit={t('desk.form.do')}
      asked={() => {
        if (tier === null) return { missing: t('desk.form.tierLabel') };
        if (reason.trim() === '') return { missing: t('desk.form.reason') };
        return {
          action: { type: 'changeTier', incidentId: view.row.id, tier, reason: reason.trim() },
          done: t('desk.done.tier', { number: view.row.number, tier }),
        };
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

/** What closing ends, and which units of the building close with it or do not. */
function useResolveEffect({ parts }: LineProps['view']): string {
  const { t } = useText();
  const unitsOf = (chosen: typeof parts): string =>
    chosen.map(({ number, unitLabel }) => `#${number}${unitLabel === null ? '' : ` ${unitLabel}`}`).join(', ');
  const closed = parts.filter((each) => !each.isOnItsOwn);
  const alone = parts.filter((each) => each.isOnItsOwn);
  const sentences: string[] = [t('desk.form.resolveEffect')];
  if (closed.length > 0) sentences.push(t('desk.form.resolveWith', { units: unitsOf(closed) }));
  if (alone.length > 0) sentences.push(t('desk.form.resolveAlone', { count: alone.length, units: unitsOf(alone) }));
  return sentences.join(' ');
}

export function ResolveLine({ view, given }: LineProps) {
  const { t } = useText();
  // None is chosen beforehand: two keys in a row must not close a P1 as fixed.
  const [outcome, setOutcome] = useTyped<Outcome | null>('outcome', null);
  const [words, setWords] = useTyped('words', given.words);
  return (
    <LineShell
      title={t('desk.form.resolveTitle')}
      effect={useResolveEffect(view)}
      submit={t('desk.form.do')}
      asked={() => {
        if (outcome === null) return { missing: t('desk.form.outcome') };
        if (words.trim() === '' && view.row.tier !== 'P3') return { missing: t('desk.form.resolveWords') };
        return {
          action: { type: 'resolve', incidentId: view.row.id, outcome, words: words.trim() },
          done: t('desk.done.resolve', { number: view.row.number, outcome: t(`words.outcome.${outcome}`) }),
        };
      }}
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

export function ReopenLine({ view, given }: LineProps) {
  const { t } = useText();
  const [words, setWords] = useTyped('words', given.words);
  return (
    <LineShell
      title={t('desk.form.reopenTitle')}
      effect={t('desk.form.reopenEffect')}
      submit={t('desk.form.do')}
      asked={() => {
        if (words.trim() === '') return { missing: t('desk.form.why') };
        return {
          action: { type: 'reopen', incidentId: view.row.id, words: words.trim() },
          done: t('desk.done.reopen', { number: view.row.number }),
        };
      }}
    >
      <Field label={t('desk.form.why')} value={words} onValue={setWords} maxLength={1000} hasFocus />
    </LineShell>
  );
}

export function NoteLine({ view, given }: LineProps) {
  const { t } = useText();
  const [words, setWords] = useTyped('words', given.words);
  return (
    <LineShell
      title={t('desk.form.noteTitle')}
      effect={t('desk.form.noteEffect')}
      submit={t('desk.form.save')}
      asked={() => {
        if (words.trim() === '') return { missing: t('desk.form.note') };
        return {
          action: { type: 'note', incidentId: view.row.id, words: words.trim() },
          done: t('desk.done.note', { number: view.row.number }),
        };
      }}
    >
      <Field label={t('desk.form.note')} value={words} onValue={setWords} maxLength={1000} hasFocus />
    </LineShell>
  );
}
