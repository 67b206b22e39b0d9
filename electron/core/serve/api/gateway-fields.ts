import { z } from 'zod';
import type { FieldIssue, FieldWords } from '#core/notify/gateways';
import type { BothLanguages, GatewayKindView, Language, Refusal } from '#shared/contract';
import { refusal } from '../parts.ts';

const Fields = z.object({
  properties: z
    .record(
      z.string(),
      z.object({
        default: z.union([z.string(), z.number()]).optional(),
        type: z.string().optional(),
        enum: z.array(z.string()).optional(),
      }),
    )
    .default({}),
  required: z.array(z.string()).default([]),
});

type Asked = {
  readonly config: z.ZodObject;
  readonly fields: Readonly<Record<string, FieldWords>>;
  readonly secretFields: readonly string[];
  readonly madeUpFields?: readonly string[];
};

/** What is asked about a kind of gateway, and how. */
export function fieldViews({ config, fields, secretFields, madeUpFields = [] }: Asked): GatewayKindView['fields'] {
  const { properties, required } = Fields.parse(z.toJSONSchema(config, { io: 'input', unrepresentable: 'any' }));
  return Object.entries(properties).map(([name, property]) => {
    const words = fields[name];
    const choices = (property.enum ?? []).map((value) => ({ value, label: choiceWords(value, words) }));
    return {
      name,
      label: words?.label ?? { en: name, es: name },
      hint: words?.hint ?? { en: '', es: '' },
      isSecret: secretFields.includes(name),
      isRequired: required.includes(name) && !madeUpFields.includes(name),
      isAsked: words?.isAsked ?? false,
      whenEmpty: property.default === undefined ? (words?.whenEmpty ?? null) : choiceWords(property.default, words),
      input: choices.length > 0 ? 'choice' : isNumber(property.type) ? 'number' : words?.isLong ? 'lines' : 'line',
      choices,
    };
  });
}

function isNumber(type: string | undefined): boolean {
  return type === 'integer' || type === 'number';
}

function choiceWords(value: string | number, words: FieldWords | undefined): BothLanguages {
  const es = value === 'yes' ? 'sí' : String(value);
  return words?.choices?.[value] ?? { en: String(value), es };
}

/** Settings that cannot be used: what each has to be, behind what stays as it was, and which fields it is about. */
export function badConfig(stays: BothLanguages, found: readonly FieldIssue[]): Refusal {
  const issues = (language: Language): string => found.map((issue) => issue[language]).join('; ');
  const fields = found.flatMap(({ field }) => (field === undefined ? [] : [field]));
  return {
    ...refusal('badConfig', { en: `${stays.en}: ${issues('en')}.`, es: `${stays.es}: ${issues('es')}.` }),
    fields,
  };
}
