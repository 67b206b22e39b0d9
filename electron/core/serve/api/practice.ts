import { allRows, type PhoneMessage, phoneMessages } from '#core/store';
import type { PracticePhone } from '#shared/contract';
import { normalisePhone } from '#shared/messages';
import type { ConsoleApi } from '../console-api.ts';
import { DONE, type Parts, refusal } from '../parts.ts';

const NIGHT_MS = 16 * 60 * 60_000;
/** A practice phone rings this long for a message that wakes somebody. */
const RING_MS = 30_000;

/** The phones drawn on screen, which ring and can reply. */
export function practiceApi(parts: Parts): Pick<ConsoleApi, 'practicePhones' | 'practiceReply' | 'practiceTrouble'> {
  return {
    practicePhones: () => (parts.gateway.practice() ? phonesOf(parts) : []),
    async practiceReply({ phone, text }) {
      const practice = parts.gateway.practice();
      const parsed = normalisePhone(phone);
      if (!practice || !parsed.ok)
        return refusal('notPractice', {
          en: 'The practice gateway is not in use, so nobody can reply here.',
          es: 'La pasarela de práctica no está en uso; aquí nadie puede responder.',
        });
      await practice.reply(parsed.phone, text);
      return DONE;
    },
    practiceTrouble: (trouble) => {
      parts.gateway.practice()?.setTrouble(trouble);
      parts.gateway.askNow();
    },
  };
}

function phonesOf({ store, book, clock }: Parts): readonly PracticePhone[] {
  const now = clock.now();
  const byPhone = Map.groupBy(phoneMessages(store.read, now - NIGHT_MS), (message) => message.phone);
  const responders = book
    .responders()
    .filter((each) => each.active && each.phone !== null)
    .map((each) => ({ phone: each.phone ?? '', name: each.name, kind: 'responder' as const }));
  const known = new Set(responders.map((each) => each.phone));
  const residents = [...byPhone.keys()]
    .filter((phone) => !known.has(phone))
    .map((phone) => ({
      phone,
      name: allRows(store.read, 'resident', { column: 'phone', value: phone })[0]?.name ?? phone,
      kind: 'resident' as const,
    }));
  return [...responders, ...residents].map((each): PracticePhone => {
    const messages = byPhone.get(each.phone) ?? [];
    return {
      ...each,
      isRinging: isRinging(messages, now),
      messages: messages.map(({ id, at, fromDesk, text }) => ({ id, at, fromDesk, text })),
    };
  });
}

function isRinging(messages: readonly PhoneMessage[], now: number): boolean {
  const latest = messages.at(-1);
  return latest?.fromDesk === true && latest.purpose === 'step' && now - latest.at < RING_MS;
}
