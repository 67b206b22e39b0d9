import { useEffect, useRef } from 'react';
import { type CallerMatch, LANGUAGES, type PlaceMatch, type QueueRow } from '#shared/contract';
import { dayOf, spanOf, useText, useZone } from '../../app/index.ts';
import { Choice, Field, TierMark } from '../../parts/index.ts';
import { api, go, useCore, useNow } from '../../stores/index.ts';
import { withCaller, withoutCaller } from './draft.ts';
import { PlaceField } from './place-field.tsx';
import type { DraftForm } from './use-draft.ts';

type CallerColumnProps = {
  readonly form: DraftForm;
  readonly place: PlaceMatch | null;
  /** What the typed place matches; null while that is being asked. */
  readonly places: readonly PlaceMatch[] | null;
};

const NOBODY: readonly CallerMatch[] = [];
/** Shorter than any whole number: nothing is asked before. */
const MIN_DIGITS = 7;
/** Of a number that can be texted; the core takes no shorter one. */
const WHOLE_DIGITS = 10;

function useCaller(form: DraftForm) {
  const { draft, change } = form;
  const digits = draft.callerPhone.replace(/\D/g, '');
  const isWhole = digits.length >= MIN_DIGITS;
  const matches = useCore(isWhole ? `caller ${digits}` : '', ['portfolio', 'queue'], async () =>
    isWhole ? { digits, list: await api.report.caller.query({ phone: draft.callerPhone }) } : { digits, list: NOBODY },
  );
  const current = matches?.digits === digits ? matches.list : NOBODY;
  // Filled in once per number: what is corrected by hand afterwards stays.
  const filledFor = useRef(draft.residentId === null ? '' : digits);
  const filled = useRef<{ readonly digits: string; readonly match: CallerMatch } | null>(null);
  const only = current.length === 1 ? current[0] : undefined;
  const fill = (match: CallerMatch) => {
    filled.current = { digits, match };
    change(withCaller(draft, match));
  };
  useEffect(() => {
    const before = filled.current;
    if (before !== null && before.digits !== digits) {
      // Another number is another caller: a place that came with the first would be somebody else's home.
      filled.current = null;
      filledFor.current = '';
      change(withoutCaller(draft, before.match));
    } else if (only && filledFor.current !== digits) {
      filledFor.current = digits;
      if (draft.residentId !== only.resident.id) fill(only);
    }
  });
  return { matches: current, fill };
}

/** Who is on the line, from where, and what we know of them. */
export function CallerColumn({ form, place, places }: CallerColumnProps) {
  const { t } = useText();
  const { draft, change } = form;
  const { matches, fill } = useCaller(form);
  const match = matches.find((one) => one.resident.id === draft.residentId);
  const span = spanOf(Math.max(0, useNow() - draft.startedAt));
  const digits = draft.callerPhone.replace(/\D/g, '').length;
  return (
    <section className="report-caller" aria-label={t('report.caller', { span: '' })}>
      <p className="dim">{t('report.caller', { span })}</p>
      <Field
        label={t('report.number')}
        value={draft.callerPhone}
        onValue={(callerPhone) => change({ callerPhone })}
        placeholder={t('report.numberHint')}
        inputMode="tel"
        maxLength={40}
        hasFocus={draft.callerPhone === '' && draft.text === ''}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey) return;
          event.preventDefault();
          document.getElementById('report-words')?.focus();
        }}
      />
      {draft.callerPhone.trim() !== '' && digits < WHOLE_DIGITS && (
        <p className="hint amber">
          {place?.residents.some((one) => one.id === draft.residentId && one.phone !== null)
            ? t('report.notANumberOnFile')
            : t('report.notANumber')}
        </p>
      )}
      {digits >= WHOLE_DIGITS && matches.length === 0 && <p className="hint">{t('report.unknownCaller')}</p>}
      {matches.length > 1 && (
        <Choice
          label={t('report.several')}
          value={match ? match.resident.id : null}
          onChange={(id) => {
            const picked = matches.find((one) => one.resident.id === id);
            if (picked) fill(picked);
          }}
          options={matches.map((one) => ({
            value: one.resident.id,
            label: `${one.resident.name}, ${one.property.name} ${one.unit.label}`,
          }))}
        />
      )}
      <Field
        label={t('report.name')}
        value={draft.callerName}
        onValue={(callerName) => change({ callerName })}
        maxLength={200}
      />
      <Choice
        label={t('report.language')}
        value={draft.language}
        onChange={(language) => change({ language })}
        options={LANGUAGES.map((value) => ({ value, label: t(`words.language.${value}`) }))}
      />
      <PlaceField form={form} place={place} matches={places} />
      {match && match.open.length > 0 && (
        <Rows title={t('report.openHere')} rows={match.open} hint={t('report.joinHint')} />
      )}
      {place && <PlaceFacts form={form} place={place} />}
      {match && match.last.length > 0 && <Rows title={t('report.last')} rows={match.last} />}
    </section>
  );
}

function PlaceFacts({ form, place }: { readonly form: DraftForm; readonly place: PlaceMatch }) {
  const { t } = useText();
  const { draft, change } = form;
  const greeting = draft.language === 'es' ? place.property.greetingEs : place.property.greetingEn;
  const resident = place.residents.find((one) => one.id === draft.residentId);
  return (
    <>
      {(place.residents.length > 0 || resident?.needs) && (
        <p className="chips">
          {place.residents.map((one) => (
            <span key={one.id} className="chip">
              {one.name}
            </span>
          ))}
          {resident?.needs && <span className="chip amber">⚑ {t('report.need')}</span>}
        </p>
      )}
      {greeting && (
        <figure className="read-out">
          <figcaption className="overline">{t('report.greeting')}</figcaption>
          <p>“{greeting}”</p>
        </figure>
      )}
      {place.property.shutOff && (
        <p>
          <span className="field-label">{t('report.shutOff')}</span>
          {place.property.shutOff}
        </p>
      )}
      {place.property.accessNotes && (
        <p>
          <span className="field-label">{t('report.access')}</span>
          {place.property.accessNotes}
        </p>
      )}
      <Choice
        label={t('report.enter')}
        value={draft.permissionToEnter}
        onChange={(permissionToEnter) => change({ permissionToEnter })}
        options={[
          { value: 'yes', label: t('report.enterYes') },
          { value: 'no', label: t('report.enterNo') },
          { value: 'unknown', label: t('report.enterUnknown') },
        ]}
      />
    </>
  );
}

function Rows({
  title,
  rows,
  hint,
}: {
  readonly title: string;
  readonly rows: readonly QueueRow[];
  readonly hint?: string;
}) {
  const { t, language } = useText();
  const zone = useZone();
  return (
    <div className={hint ? 'rows-open' : ''}>
      <p className="field-label">{title}</p>
      <ul className="rows">
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => go('desk', row.id)}>
              <TierMark tier={row.tier} />
              <span>
                {dayOf(row.firstContactAt, zone, language)} · {row.text || t(`words.category.${row.category}`)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {hint && <p className="hint">{hint}</p>}
    </div>
  );
}
