import { phoneOf, useText } from '../../app/index.ts';
import { api, useCore } from '../../stores/index.ts';

/** The drawn phones and the last text on each. */
export function Practice() {
  const { t } = useText();
  const phones = useCore('phones', ['practice'], () => api.practice.phones.query());
  return (
    <div className="screen-plain">
      <h1>{t('frame.screens.practice')}</h1>
      <ul>
        {phones?.map((phone) => (
          <li key={phone.phone}>
            {phone.name} {phoneOf(phone.phone)}: {phone.messages.at(-1)?.text}
          </li>
        ))}
      </ul>
    </div>
  );
}
