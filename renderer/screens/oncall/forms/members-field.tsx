import { type KeyboardEvent, useRef, useState } from 'react';
import type { Responder, Trade } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { moved, SmallButton } from '../../../parts/index.ts';
import { PersonField } from './duty-fields.tsx';

type MembersFieldProps = {
  readonly members: readonly string[];
  readonly trade: Trade;
  readonly responders: readonly Responder[];
  readonly onChange: (members: readonly string[]) => void;
};

/** Who takes turns, in which order. The same person may come twice. */
export function MembersField({ members, trade, responders, onChange }: MembersFieldProps) {
  const { t } = useText();
  // By keyboard each letter and each arrow is a choice of its own: until Enter or Tab it replaces the one before.
  const [isChoosing, setChoosing] = useState(false);
  const isByKey = useRef(false);
  const choose = (id: string) => {
    const settled = isChoosing ? members.slice(0, -1) : members;
    setChoosing(id !== '' && isByKey.current);
    onChange(id === '' ? settled : [...settled, id]);
  };
  const steer = (event: KeyboardEvent) => {
    isByKey.current = true;
    if (event.key !== 'Enter' || event.ctrlKey) return;
    event.preventDefault();
    setChoosing(false);
  };
  const nameOf = (id: string) => responders.find((responder) => responder.id === id)?.name ?? id;
  return (
    <fieldset className="wide members">
      <legend>{t('oncall.field.members')}</legend>
      {members.length === 0 && <p className="dim">{t('oncall.noMembers')}</p>}
      <ol>
        {members.map((id, index) => (
          // A person may come twice, so the place in the order belongs to the key.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={`${id} ${index}`}>
            <span className="member-turn">{index + 1}</span>
            <span className="member-name">{nameOf(id)}</span>
            <SmallButton
              sign="↑"
              label={t('oncall.up', { name: nameOf(id) })}
              isOff={index === 0}
              onPress={() => onChange(moved(members, index, -1))}
            />
            <SmallButton
              sign="↓"
              label={t('oncall.down', { name: nameOf(id) })}
              isOff={index === members.length - 1}
              onPress={() => onChange(moved(members, index, 1))}
            />
            <SmallButton
              sign="×"
              label={t('oncall.out', { name: nameOf(id) })}
              onPress={() => onChange(members.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      <PersonField
        label={t('oncall.field.addMember')}
        description={t('oncall.field.addMemberHint')}
        value={isChoosing ? (members.at(-1) ?? '') : ''}
        trade={trade}
        responders={responders}
        onChange={choose}
        onKeyDown={steer}
        onPointerDown={() => {
          isByKey.current = false;
          setChoosing(false);
        }}
        onBlur={() => setChoosing(false)}
      />
    </fieldset>
  );
}
