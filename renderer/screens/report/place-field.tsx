import { type KeyboardEvent, useState } from 'react';
import type { PlaceMatch } from '#shared/contract';
import { useText } from '../../app/index.ts';
import { placeName } from './place.ts';
import type { DraftForm } from './use-draft.ts';

type PlaceFieldProps = {
  readonly form: DraftForm;
  readonly place: PlaceMatch | null;
  /** What the typed words match; null while that is being asked. */
  readonly matches: readonly PlaceMatch[] | null;
};

/** Where the cursor goes when the place is what is missing. */
export const PLACE_FIELD = 'report-place';
const NOWHERE: readonly PlaceMatch[] = [];

/** The place: chosen from what was found, so that address and shut-off are right; words that match nothing stand as typed. */
export function PlaceField({ form, place, matches }: PlaceFieldProps) {
  const { t } = useText();
  const [isChanging, setChanging] = useState(false);
  if (place && !isChanging) {
    return (
      <div className="place-chosen">
        <span className="field-label">{t('report.place')}</span>
        <b>{placeName(place)}</b>
        <span className="dim">{place.unit === null ? t('report.wholeProperty') : place.property.address}</span>
        <button type="button" className="link" onClick={() => setChanging(true)}>
          {t('report.change')}
        </button>
      </div>
    );
  }
  return <PlaceSearch form={form} matches={matches} hasFocus={isChanging} onChosen={() => setChanging(false)} />;
}

type PlaceSearchProps = Omit<PlaceFieldProps, 'place'> & { readonly hasFocus: boolean; readonly onChosen: () => void };

function PlaceSearch({ form, matches, hasFocus, onChosen }: PlaceSearchProps) {
  const { t } = useText();
  const id = PLACE_FIELD;
  const [at, setAt] = useState(0);
  const typed = form.draft.placeText;
  const list = matches ?? NOWHERE;
  const picked = list[Math.min(at, list.length - 1)];
  const choose = (match: PlaceMatch | undefined) => {
    if (!match) return;
    const only = match.residents.length === 1 ? match.residents[0] : undefined;
    const { draft } = form;
    form.change({
      propertyId: match.property.id,
      placeText: '',
      unitId: match.unit?.id ?? null,
      residentId: only?.id ?? null,
      // The core texts the number on file where none is typed, so it is shown here, where it can be corrected.
      ...(draft.callerPhone.trim() === '' && only?.phone ? { callerPhone: only.phone } : {}),
      ...(draft.callerName === '' && only ? { callerName: only.name } : {}),
      ...(draft.language === null && only ? { language: only.language } : {}),
    });
    onChosen();
    document.getElementById('report-words')?.focus();
  };
  const steer = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && list.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, list.length - 1) + step + list.length) % list.length);
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      choose(picked);
    }
  };
  return (
    <div className="field place-search">
      <label className="field-label" htmlFor={id}>
        {t('report.place')}
      </label>
      <input
        id={id}
        className="field-input"
        value={typed}
        maxLength={200}
        placeholder={t('report.placeHint')}
        onChange={(event) => {
          // The place chosen before is not the one meant any more.
          form.change({ placeText: event.currentTarget.value, propertyId: null, unitId: null, residentId: null });
          setAt(0);
        }}
        onKeyDown={steer}
        role="combobox"
        aria-expanded={list.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={picked ? `${id}-${list.indexOf(picked)}` : undefined}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: "Change" was pressed a moment ago to type here
        autoFocus={hasFocus}
      />
      {list.length > 0 && (
        <div className="place-list" id={`${id}-list`} role="listbox" aria-label={t('report.place')}>
          {list.map((match, index) => (
            <div
              key={`${match.property.id} ${match.unit?.id ?? ''}`}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={match === picked}
              className={`place-option${match === picked ? ' is-on' : ''}`}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(match);
              }}
            >
              <b>{placeName(match)}</b>
              <span className="dim">
                {match.unit === null ? t('report.wholeProperty') : match.residents.map((one) => one.name).join(', ')}
              </span>
            </div>
          ))}
        </div>
      )}
      {typed.trim().length > 0 && matches?.length === 0 && <p className="hint amber">{t('report.placeNone')}</p>}
    </div>
  );
}
