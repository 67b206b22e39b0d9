import { normalisePhone } from '#shared/messages';
import type { ConsoleApi } from '../console-api.ts';
import { DONE, type Parts, refusal } from '../parts.ts';
import { practicePhonesOf } from './practice-phones.ts';

/** The phones drawn on screen, which get texts and can reply. */
export function practiceApi(parts: Parts): Pick<ConsoleApi, 'practicePhones' | 'practiceReply' | 'practiceTrouble'> {
  return {
    practicePhones: (find = null) => (parts.gateway.practice() ? practicePhonesOf(parts, find) : []),
    async practiceReply({ phone, text }) {
      const practice = parts.gateway.practice();
      const parsed = normalisePhone(phone);
      if (!practice || !parsed.ok)
        return refusal('notPractice', {
          en: 'The practice gateway is not in use, so nobody can reply here.',
          es: 'La pasarela de práctica no está en uso; aquí nadie puede responder.',
        });
      // Who writes back does so to whichever can be reached.
      const { gateway } = parts;
      const second = gateway.health().level === 'down' ? gateway.place('fallback').practice() : null;
      await (second ?? practice).reply(parsed.phone, text);
      return DONE;
    },
    practiceTrouble: (trouble) => {
      parts.gateway.practice()?.setTrouble(trouble);
      parts.gateway.askNow();
    },
  };
}
