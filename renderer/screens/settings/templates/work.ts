import { create } from 'zustand';
import type { Language, TemplateKind } from '#shared/contract';

/** What is being worded but not signed: it outlives a look at another screen, since an alarm may come in between. */
type TemplateWork = { readonly language: Language; readonly drafts: Readonly<Record<string, TemplateDraft>> };
/** What was typed, and over which version: another may be signed meanwhile. */
type TemplateDraft = { readonly text: string; readonly over: number };

export const useTemplateWork = create<TemplateWork>(() => ({ language: 'en', drafts: {} }));

export function templateId(kind: TemplateKind, language: Language): string {
  return `${kind}.${language}`;
}

/** What was typed; typed back to what is in force, it is no draft. */
export function draftTemplate(
  id: string,
  { text: inForce, version }: { readonly text: string; readonly version: number },
  text: string,
): void {
  if (text === inForce) return dropTemplateDraft(id);
  useTemplateWork.setState(({ drafts }) => ({
    drafts: { ...drafts, [id]: { text, over: drafts[id]?.over ?? version } },
  }));
}

export function dropTemplateDraft(id: string): void {
  useTemplateWork.setState(({ drafts }) => ({
    drafts: Object.fromEntries(Object.entries(drafts).filter(([name]) => name !== id)),
  }));
}
