import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TemplateKind } from '#shared/contract';
import { builtInText } from '#shared/messages';
import { type Night, openNight, signIn } from '../world.ts';

/** Texts to residents as the company words them: who may, what is refused, and what a resident then reads. */

let night: Night;
beforeEach(async () => {
  night = await openNight();
  await signIn(night.core, 'manager');
});
afterEach(() => night.end());

const MANAGER = 'Priya Shah';
const save = (
  kind: TemplateKind,
  language: 'en' | 'es',
  text: string | null,
  given: { version?: number; as?: string } = {},
) =>
  night.core.api.saveTemplate({
    ...{ kind, language, text, signedAs: given.as ?? MANAGER },
    version: given.version ?? versionOf(kind, language),
  });
const versionOf = (kind: TemplateKind, language: 'en' | 'es') =>
  night.core.api.templateVersions(kind, language)[0]?.version ?? 0;
const LEAK = { text: 'water is pouring through the ceiling', place: 'maple 14b' };
const RESIDENT = 'Dana Ruiz';

describe('a wording of the company', () => {
  it('is what the resident reads, in their language; the other language stays as it was', async () => {
    expect(save('receipt', 'es', 'Aviso de {property}: ya lo vemos. Otro mensaje antes de {next}.')).toMatchObject({
      ok: true,
    });
    await night.report(LEAK);
    await night.pass('1 min');
    const texts = night.phone(RESIDENT).all();
    expect(texts.some((text) => /^Aviso de Maple Court: ya lo vemos\. Otro mensaje antes de las? \d/.test(text))).toBe(
      true,
    );
    expect(night.core.api.templates()).toMatchObject({ signed: [{ id: 'receipt.es', version: 1, signedBy: MANAGER }] });
  });

  it('stands in the preview of the report as it will be sent', () => {
    save('receipt', 'en', 'Heard at {property}. More by {next}.');
    const { residentHears } = night.core.api.ladderPreview({
      ...{ propertyId: null, trade: 'plumbing', tier: 'P1', language: 'en', lifeSafety: null },
    });
    expect(residentHears[0]?.text).toMatch(/^Heard at \. More by \d/);
  });

  it('goes back to the built-in text, and every version stays to be read', () => {
    save('stepping', 'en', 'Still on it. More by {next}.');
    save('stepping', 'en', 'We are still on it. More by {next}.');
    expect(save('stepping', 'en', null)).toMatchObject({ ok: true });
    expect(night.core.api.templateVersions('stepping', 'en').map(({ version, text }) => [version, text])).toEqual([
      [3, null],
      [2, 'We are still on it. More by {next}.'],
      [1, 'Still on it. More by {next}.'],
    ]);
  });

  it('in danger to life: is sent in place of the built-in first words, and keeps what it has to say', async () => {
    const own = 'FIRE! Everybody out now, use the stairs. Outside, call 911. This text does not alert 911.';
    expect(save('safety-fire', 'en', 'FIRE! Everybody out, we are coming.')).toMatchObject({ code: 'badTemplate' });
    expect(save('safety-fire', 'en', own)).toMatchObject({ ok: true });
    await night.report({ text: 'smoke and flames in the kitchen', place: 'maple 2a', tier: 'P1' });
    await night.pass('1 min');
    const { residentHears } = night.core.api.ladderPreview({
      ...{ propertyId: null, trade: 'general', tier: 'P1', language: 'en', lifeSafety: 'fire' },
    });
    expect(residentHears.map(({ text }) => text)).toContain(own);
  });
});

describe('signing', () => {
  it('takes the own name, the newest version, and whoever owns the rules', async () => {
    const text = 'Still on it. More by {next}.';
    expect(save('stepping', 'en', text, { as: 'Somebody Else' })).toMatchObject({ ok: false, code: 'nameDiffers' });
    expect(save('stepping', 'en', text, { version: 4 })).toMatchObject({ ok: false, code: 'changedMeanwhile' });
    expect(night.core.api.templates().owner).toBeNull();
    expect(save('stepping', 'en', text, { as: ' priya  shah ' })).toMatchObject({ ok: true });
    expect(night.core.api.templates().owner).toMatchObject({ name: MANAGER });
    await night.core.api.signOut();
    expect(save('stepping', 'en', null)).toMatchObject({ ok: false, code: 'signInFirst' });
    await signIn(night.core);
    expect(save('stepping', 'en', null)).toMatchObject({ ok: false, code: 'notOwner' });
  });

  it('says every sentence of what is wrong, and saves nothing', () => {
    const answer = save('stepping', 'en', 'Wait, {naem}.');
    expect(answer.ok ? '' : answer.reason.en).toBe(
      'Nothing was saved. {naem} is no variable of this text. It knows {next}. {next} has to stay: each text promises the next.',
    );
    expect(night.core.api.templates().signed).toEqual([]);
  });

  it('of the same words makes no version', () => {
    save('stepping', 'en', 'Still on it. More by {next}.');
    save('stepping', 'en', ' Still on it.  More by {next}. ');
    expect(versionOf('stepping', 'en')).toBe(1);
    expect(builtInText('stepping', 'en')).not.toBe('Still on it. More by {next}.');
  });
});
