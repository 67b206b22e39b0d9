import { allRows, getRow, keepTemplate, templateVersions } from '#core/store';
import type { Answer, BothLanguages, TemplateSaveInput, TextTemplate } from '#shared/contract';
import { templateTrouble } from '#shared/messages';
import type { ConsoleApi } from '../console-api.ts';
import { DONE, type Parts, refusal, SIGN_IN_FIRST } from '../parts.ts';
import { isSameName, makeOwner, NAME_DIFFERS, ownerOf, refusedSigner, staffAtDesk } from './rules-owner.ts';

type TemplatesApi = Pick<ConsoleApi, 'templates' | 'templateVersions' | 'saveTemplate'>;

const CHANGED = ['settings'] as const;

const CHANGED_MEANWHILE = refusal('changedMeanwhile', {
  en: 'Somebody signed a newer wording meanwhile. Nothing was overwritten; look at theirs and enter your change again.',
  es: 'Alguien firmó otra redacción mientras tanto. No se sobrescribió nada; revise la suya y vuelva a ingresar su cambio.',
});

/** The texts to residents that the company words for itself: what holds, what held, and signing another wording. */
export function templatesApi(parts: Parts): TemplatesApi {
  const { read } = parts.store;
  return {
    templates: () => ({
      signed: allRows(read, 'text_template'),
      owner: ownerOf(parts),
      propertyName: allRows(read, 'property')[0]?.name ?? null,
    }),
    templateVersions: (kind, language) => templateVersions(read, `${kind}.${language}`),
    saveTemplate: (input) => saveTemplate(parts, input),
  };
}

function saveTemplate(parts: Parts, { kind, language, text, version, signedAs }: TemplateSaveInput): Answer<null> {
  const { store, desk, clock } = parts;
  const staff = staffAtDesk(parts);
  if (!staff) return SIGN_IN_FIRST;
  const owner = ownerOf(parts);
  const mayNot = refusedSigner(owner, staff);
  if (mayNot) return mayNot;
  const id = `${kind}.${language}`;
  const before = getRow(store.read, 'text_template', id);
  if ((before?.version ?? 0) !== version) return CHANGED_MEANWHILE;
  const own = text === null ? null : text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (own === (before?.text ?? null)) return DONE;
  const trouble = own === null ? [] : templateTrouble(kind, language, own);
  if (trouble.length > 0) return refusal('badTemplate', inOne(trouble));
  if (!isSameName(signedAs, staff.name)) return NAME_DIFFERS;
  const signed: TextTemplate = {
    ...{ id, kind, language, text: own },
    version: version + 1,
    signedBy: staff.name,
    signedAt: clock.now(),
  };
  desk.change(
    CHANGED,
    (db, author) => {
      if (owner === null) makeOwner(db, staff.id, author);
      keepTemplate(db, signed, author);
    },
    { kind: 'staff', id: staff.id, name: staff.name },
  );
  return DONE;
}

function inOne(trouble: readonly BothLanguages[]): BothLanguages {
  const words = (language: 'en' | 'es'): string => trouble.map((each) => each[language]).join(' ');
  return { en: `Nothing was saved. ${words('en')}`, es: `No se guardó nada. ${words('es')}` };
}
