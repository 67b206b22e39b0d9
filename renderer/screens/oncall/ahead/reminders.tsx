import type { ReminderView } from '#shared/contract';
import { attempt, phoneOf, refusalWords, tell, useText, whenOf } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';
import { api } from '../../../stores/index.ts';
import { usePlan } from '../plan-context.tsx';
import { isUnconfirmed } from './weigh.ts';

/** Reminders that nobody has answered: whoever is called up instead says so with one press. */
export function Reminders() {
  const { t } = useText();
  const { outlook } = usePlan();
  const reminders = outlook?.reminders ?? [];
  const open = reminders.filter(isUnconfirmed);
  const confirmed = reminders.filter((each) => each.state === 'confirmed').length;
  if (reminders.length === 0) return null;
  return (
    <div className="ahead-group">
      <h3 className="overline">{t('ahead.reminders')}</h3>
      <ul className="ahead-list">
        {open.map((reminder) => (
          <Unconfirmed key={reminder.id} reminder={reminder} />
        ))}
      </ul>
      <p className="dim">
        {t('ahead.reminderCounts', { confirmed, due: reminders.filter((each) => each.state === 'due').length })}
      </p>
    </div>
  );
}

function Unconfirmed({ reminder }: { readonly reminder: ReminderView }) {
  const { t, language } = useText();
  const { now, zone, nameOf, responders } = usePlan();
  const list = new Intl.ListFormat(language);
  const phone = responders.find((each) => each.id === reminder.responderId)?.phone ?? null;
  const confirm = () =>
    void attempt(api.oncall.confirmReminder.mutate({ id: reminder.id })).then((answer) => {
      if (!answer.ok) tell(refusalWords(answer, language), 'refused');
    });
  return (
    <li className="ahead-row">
      <span>
        <b>{nameOf(reminder.responderId)}</b>{' '}
        {t('ahead.reminderOf', {
          trades: list.format(reminder.trades.map((trade) => t(`words.trade.${trade}`))),
          from: whenOf(reminder.startsAt, now, zone, language),
        })}
        <span className={reminder.state === 'failed' ? 'red' : 'amber'}>
          {' · '}
          {t(`ahead.reminderState.${reminder.state}`)}
        </span>
        {phone && <span className="dim"> · {phoneOf(phone)}</span>}
      </span>
      <ActionButton label={t('ahead.confirmed')} onPress={confirm} />
    </li>
  );
}
