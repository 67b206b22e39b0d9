import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type PracticePhone, SHIFT_ROLES } from '#shared/contract';
import { phoneOf, timeOf, useText, useZone } from '../../app/index.ts';
import { RefusalNote, useSend } from '../../parts/index.ts';
import { api, useNow, useOnCall } from '../../stores/index.ts';
import { quickOf } from './phones.ts';

/** One phone as its owner holds it: what came, what went, one tap to answer. */
export function PhoneCard({ phone }: { readonly phone: PracticePhone }) {
  const { t } = useText();
  const { send, refusal, isBusy } = useSend();
  const [text, setText] = useState('');
  const reply = (words: string, onDone?: () => void) => {
    if (words.trim() !== '') send(() => api.practice.reply.mutate({ phone: phone.phone, text: words }), onDone);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reply(text, () => setText(''));
  };
  return (
    <article
      className={`phone phone-${phone.kind}${phone.hasNewText ? ' is-new' : ''}`}
      aria-label={t('practice.phone', { name: phone.name })}
    >
      <header className="phone-head">
        {/* Whoever is on no list is known by the number alone. */}
        {phone.name !== phone.phone && <b>{phone.name}</b>}
        <span className="dim">{phoneOf(phone.phone)}</span>
        <div className="phone-sub">
          <WhoIs phone={phone} />
          <CallDue phone={phone} />
          {phone.hasNewText && <span className="phone-new">{t('practice.newText')}</span>}
        </div>
      </header>
      <Messages phone={phone} />
      <fieldset className="phone-quick" hidden={phone.kind === 'resident' && phone.messages.length === 0}>
        <legend className="sr-only">{t('practice.quick', { name: phone.name })}</legend>
        {quickOf(phone).map((quick) => (
          <button
            key={quick.text}
            type="button"
            className="phone-key"
            title={t(`practice.means.${quick.means}`)}
            aria-label={`${t('practice.says', { name: phone.name, text: quick.text })}: ${t(`practice.means.${quick.means}`)}`}
            disabled={isBusy}
            onClick={() => reply(quick.text)}
          >
            {quick.text}
          </button>
        ))}
      </fieldset>
      <form className="phone-write" onSubmit={submit}>
        <input
          aria-label={t('practice.write', { name: phone.name })}
          placeholder={t('practice.write', { name: phone.name })}
          value={text}
          maxLength={1600}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" className="btn" disabled={isBusy || text.trim() === ''}>
          {t('practice.send')}
        </button>
      </form>
      <RefusalNote refusal={refusal} />
    </article>
  );
}

/** A step that says "SMS + call": nothing rings by itself, somebody at the desk has to dial by then. */
function CallDue({ phone }: { readonly phone: PracticePhone }) {
  const { t } = useText();
  const zone = useZone();
  const now = useNow();
  const { callDueAt } = phone;
  if (callDueAt === null) return null;
  return (
    <span className={`phone-call${callDueAt <= now ? ' is-due' : ''}`}>
      {callDueAt <= now ? t('practice.callNow') : t('practice.callAt', { time: timeOf(callDueAt, zone) })}
    </span>
  );
}

/** What the desk knows this phone for: where its owner lives, or what they are on call for now. */
function WhoIs({ phone }: { readonly phone: PracticePhone }) {
  const { t } = useText();
  const trades = useOnCall((state) => state.trades);
  const duties = (trades ?? []).flatMap((trade) =>
    SHIFT_ROLES.filter((role) => trade[role]?.phone === phone.phone).map(
      (role) => `${t(`words.trade.${trade.trade}`)} ${t(`words.role.${role}`)}`,
    ),
  );
  if (phone.kind === 'resident') return phone.place && <span className="phone-duty">{phone.place}</span>;
  return <span className="phone-duty">{duties.length > 0 ? duties.join(', ') : t('practice.notOnCall')}</span>;
}

function Messages({ phone }: { readonly phone: PracticePhone }) {
  const { t } = useText();
  const zone = useZone();
  const list = useRef<HTMLUListElement>(null);
  const last = phone.messages.at(-1)?.id;
  useEffect(() => {
    // The newest text stays in view, as on a real phone.
    if (last !== undefined) list.current?.scrollTo(0, list.current.scrollHeight);
  }, [last]);
  return (
    // Focusable, so that a long conversation can be scrolled by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <ul className="phone-screen" ref={list} tabIndex={0} aria-label={t('practice.phone', { name: phone.name })}>
      {phone.messages.length === 0 && <li className="dim phone-empty">{t('practice.empty')}</li>}
      {phone.messages.map((message) => (
        <li key={message.id} className={message.fromDesk ? 'bubble bubble-desk' : 'bubble bubble-own'}>
          <p>{message.text}</p>
          <span className="bubble-time">
            {message.fromDesk && `${t('practice.desk')} · `}
            {timeOf(message.at, zone, true)}
          </span>
        </li>
      ))}
    </ul>
  );
}
