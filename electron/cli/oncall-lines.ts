import { assertNever, type Instant, type Language, SHIFT_ROLES, type ShiftRole } from '#shared/contract';
import { ROLE_WORDS, TRADE_WORDS } from '#shared/messages';
import { formatInZone } from '#shared/oncall';
import { instantText } from './oncall-ics.ts';
import type { Holder, OnCallAnswer, TradeAnswer } from './oncall-now.ts';
import type { Terminal } from './terminal.ts';

/** Who is on call, for people to read and for programs. */

type Words = { readonly language: Language; readonly zone: string; readonly now: Instant; red(text: string): string };

export function answerLines(answer: OnCallAnswer, { language, isColoured }: Terminal): readonly string[] {
  const { at, now, zone, property, trades } = answer;
  const isSpanish = language === 'es';
  const words: Words = {
    language,
    zone,
    now,
    red: (text) => (isColoured ? `\u001B[31m${text}\u001B[39m` : text),
  };
  const place = property?.name ?? (isSpanish ? 'Toda la empresa' : 'The whole company');
  const head = `${place}, ${formatInZone(at, zone, language, 'dateTimeZone')}`;
  if (trades.length === 0)
    return [head, words.red(isSpanish ? 'Nadie está de guardia para nada.' : 'Nobody is on call for anything.')];
  return [head, ...trades.flatMap((trade) => tradeLines(trade, words))];
}

function tradeLines({ trade, holders, gaps, exceptions }: TradeAnswer, words: Words): readonly string[] {
  const { language, zone, red } = words;
  const isSpanish = language === 'es';
  const width = Math.max(...SHIFT_ROLES.map((role) => ROLE_WORDS[language][role].length));
  const line = (role: ShiftRole): string => {
    const holder = holders[role];
    const said = holder === null ? red(isSpanish ? 'NADIE' : 'NOBODY') : holderText(holder, trade, words);
    return `  ${ROLE_WORDS[language][role].padEnd(width)}  ${said}`;
  };
  const holes = gaps.map((gap) => {
    const [from, to] = [gap.startsAt, gap.endsAt].map((at) => formatInZone(at, zone, language, 'dateTimeZone'));
    const role = ROLE_WORDS[language][gap.role];
    const hole = isSpanish ? `hueco: sin ${role} de ${from} a ${to}` : `gap: no ${role} from ${from} to ${to}`;
    if (gap.accepted === null) return `  ${red(hole)}`;
    const by = [gap.acceptedBy, gap.accepted.reason].filter((part) => part).join(', ');
    return `  ${hole} (${isSpanish ? 'aceptado' : 'accepted'}: ${by})`;
  });
  const elsewhere = isSpanish
    ? `otra persona en ${exceptions} propiedades; pregunte con --property`
    : `somebody else at ${exceptions} properties; ask with --property`;
  const notes = exceptions > 0 ? [`  ${elsewhere}`] : [];
  return [TRADE_WORDS[language][trade], ...SHIFT_ROLES.map(line), ...holes, ...notes];
}

function holderText(holder: Holder, trade: TradeAnswer['trade'], words: Words): string {
  const { language, zone, red } = words;
  const isSpanish = language === 'es';
  const { person, until, next } = holder;
  const name = person.company === '' ? person.name : `${person.name} (${person.company})`;
  const phone = person.phone ?? red(isSpanish ? 'SIN NÚMERO' : 'NO NUMBER');
  const left = person.active ? [] : [red(isSpanish ? 'DADO DE BAJA, no se le llama' : 'HAS LEFT, is not called')];
  const time = until === null ? null : formatInZone(until, zone, language, 'dateTimeZone');
  const end =
    time === null
      ? isSpanish
        ? 'sin fin a la vista'
        : 'no end in sight'
      : isSpanish
        ? `hasta ${time}, luego ${next ?? red('NADIE')}`
        : `until ${time}, then ${next ?? red('NOBODY')}`;
  return [name, phone, ...left, end, whyText(holder, trade, words)].join(', ');
}

function whyText(holder: Holder, trade: TradeAnswer['trade'], words: Words): string {
  const isSpanish = words.language === 'es';
  const { duty } = holder;
  const general = duty.trade === trade ? [] : [isSpanish ? 'cubre la guardia general' : 'general stands in'];
  const group = duty.group === null ? [] : [isSpanish ? `grupo ${duty.group}` : `group ${duty.group}`];
  return [sourceText(holder, words), ...general, ...group].join(', ');
}

function sourceText({ duty, insteadOf, feed }: Holder, words: Words): string {
  const isSpanish = words.language === 'es';
  const { source } = duty;
  switch (source.kind) {
    case 'shift':
      return isSpanish ? 'turno con fecha' : 'dated shift';
    case 'rotation':
      return isSpanish ? 'rotación' : 'rotation';
    case 'cover':
    case 'timeOff': {
      const whom = insteadOf ?? (isSpanish ? 'nadie' : 'nobody');
      const why = source.reason === '' ? '' : ` (${source.reason})`;
      const isAway = source.kind === 'timeOff';
      if (isSpanish) return `${isAway ? 'sustituye a' : 'cubre a'} ${whom}${isAway ? ', ausente' : ''}${why}`;
      return `${isAway ? 'substitute for' : 'covers for'} ${whom}${isAway ? ', who is away' : ''}${why}`;
    }
    case 'feed':
      return feedText(feed, source.title, words);
    case 'vendor':
      return isSpanish ? 'proveedor para las horas sin nadie' : 'vendor for hours that nobody covers';
    default:
      return assertNever(source, 'source');
  }
}

function feedText(feed: Holder['feed'], title: string, { language, now, red }: Words): string {
  const isSpanish = language === 'es';
  const shown = title.replaceAll(/\s+/g, ' ').trim();
  const calendar = isSpanish
    ? `calendario ${feed?.name ?? ''}: "${shown}"`
    : `calendar ${feed?.name ?? ''}: "${shown}"`;
  if (feed === null || feed.checkedAt === null) return calendar;
  const minutes = Math.max(0, Math.floor((now - feed.checkedAt) / 60_000));
  const age = isSpanish ? `copia de hace ${minutes} min` : `copy ${minutes} min old`;
  const failing = isSpanish ? 'NO CONTESTA' : 'DOES NOT ANSWER';
  return `${calendar}, ${age}${feed.isFailing ? `, ${red(failing)}` : ''}`;
}

/** The same as an object: times in UTC, names as they stand in the data. */
export function answerJson({ at, zone, property, trades }: OnCallAnswer): unknown {
  return {
    at: instantText(at),
    zone,
    property: property && { id: property.id, name: property.name },
    trades: trades.map(({ trade, holders, gaps, exceptions }) => ({
      trade,
      primary: holders.primary && holderJson(holders.primary, trade),
      backup: holders.backup && holderJson(holders.backup, trade),
      gaps: gaps.map(({ role, startsAt, endsAt, accepted, acceptedBy }) => ({
        role,
        start: instantText(startsAt),
        end: instantText(endsAt),
        accepted: accepted && { by: acceptedBy, until: instantText(accepted.until), reason: accepted.reason },
      })),
      exceptions,
    })),
  };
}

function holderJson({ person, duty, until, next, insteadOf, feed }: Holder, trade: TradeAnswer['trade']): unknown {
  const { source, propertyId, group } = duty;
  return {
    id: person.id,
    name: person.name,
    company: person.company,
    phone: person.phone,
    isActive: person.active,
    until: until === null ? null : instantText(until),
    next,
    why: {
      kind: source.kind,
      isByGeneral: duty.trade !== trade,
      propertyId,
      group,
      ...('insteadOf' in source && { insteadOf, reason: source.reason }),
      ...(source.kind === 'feed' && {
        calendar: feed?.name ?? null,
        title: source.title,
        checkedAt: feed?.checkedAt == null ? null : instantText(feed.checkedAt),
      }),
    },
  };
}
