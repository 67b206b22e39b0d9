import { useRef, useState } from 'react';
import type { AppInfo, Refusal } from '#shared/contract';
import { attempt, initialsOf, refusalWords, useText } from '../../app/index.ts';
import { ActionButton } from '../../parts/index.ts';
import { api, refreshInfo, refreshSession } from '../../stores/index.ts';

/** Staff list and PIN: arrows choose, digits are the PIN, Enter signs in. */
export function SignIn({ info }: { readonly info: AppInfo }) {
  const { t, language } = useText();
  const [staffId, setStaffId] = useState(info.staff[0]?.id ?? '');
  const [pin, setPin] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const signIn = async () => {
    if (pin === '' || isBusy) return field.current?.focus();
    setBusy(true);
    const answer = await attempt(api.session.signIn.mutate({ staffId, pin }));
    setBusy(false);
    if (answer.ok) return void (await Promise.all([refreshSession(), refreshInfo()]));
    setRefusal(answer);
    setPin('');
    field.current?.focus();
  };
  return (
    <form
      className="welcome-card"
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      <h1>{t('welcome.hello')}</h1>
      <fieldset className="staff">
        <legend className="sr-only">{t('welcome.staff')}</legend>
        {info.staff.map((one) => {
          const demo = info.demoPins.find((each) => each.staffId === one.id);
          return (
            <label key={one.id} className={`staff-one${one.id === staffId ? ' is-on' : ''}`}>
              <input
                type="radio"
                name="staff"
                value={one.id}
                checked={one.id === staffId}
                onChange={() => {
                  setStaffId(one.id);
                  setRefusal(null);
                }}
                onClick={() => field.current?.focus()}
              />
              <span className="staff-initials" aria-hidden="true">
                {initialsOf(one.name)}
              </span>
              <span>
                <b>{one.name}</b>
                <span className="dim">{t(`words.staffRole.${one.role}`)}</span>
              </span>
              {demo && <span className="chip">{t('welcome.demoPin', { pin: demo.pin })}</span>}
            </label>
          );
        })}
      </fieldset>
      <div className="pin-row">
        <label className="sr-only" htmlFor="pin">
          {t('welcome.pin')}
        </label>
        <input
          id="pin"
          ref={field}
          className="field-input pin"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          placeholder={t('welcome.pin')}
          value={pin}
          maxLength={64}
          onChange={(event) => setPin(event.currentTarget.value)}
          onKeyDown={(event) => {
            const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
            if (step === 0) return;
            event.preventDefault();
            const at = info.staff.findIndex((one) => one.id === staffId);
            const next = info.staff[(at + step + info.staff.length) % info.staff.length];
            if (next) setStaffId(next.id);
          }}
          // biome-ignore lint/a11y/noAutofocus: the one thing this screen asks for
          autoFocus
        />
        <ActionButton
          label={isBusy ? t('welcome.working') : t('welcome.signIn')}
          cap="Enter"
          kind="main"
          isSubmit
          onPress={() => void signIn()}
        />
      </div>
      {refusal && (
        <p className="refusal" role="alert">
          {refusalWords(refusal, language)}
        </p>
      )}
      {info.demoPins.length > 0 && <p className="dim welcome-note">{t('welcome.demoPins')}</p>}
    </form>
  );
}
