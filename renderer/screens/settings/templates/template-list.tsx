import { type KeyboardEvent, useRef } from 'react';
import { LIFE_SAFETY_KINDS, RESIDENT_TEMPLATES, type TemplateKind } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { go } from '../../../stores/index.ts';

type TemplateListProps = {
  readonly chosen: TemplateKind;
  readonly isOwn: (kind: TemplateKind) => boolean;
};

/** Every text there is. Up and down move, as in a list. */
export function TemplateList({ chosen, isOwn }: TemplateListProps) {
  const { t } = useText();
  const list = useRef<HTMLElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const all: (Element | null)[] = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = all.indexOf(document.activeElement);
    const next = all[(at + step + all.length) % all.length];
    if (!(next instanceof HTMLElement)) return;
    next.focus();
    next.click();
  };
  const one = (kind: TemplateKind, name: string) => (
    <li key={kind}>
      <button
        type="button"
        data-template={kind}
        aria-current={kind === chosen || undefined}
        tabIndex={kind === chosen ? 0 : -1}
        onClick={() => go('settings', `templates-${kind}`)}
      >
        {name}
        {isOwn(kind) && <span className="chip">{t('templates.own')}</span>}
      </button>
    </li>
  );
  return (
    <nav className="card template-list" aria-label={t('templates.list')} ref={list} onKeyDown={move}>
      <h2 className="overline">{t('templates.ofReports')}</h2>
      <ul>{RESIDENT_TEMPLATES.map((kind) => one(kind, t(`templates.kind.${kind}`)))}</ul>
      <h2 className="overline">{t('templates.inDanger')}</h2>
      <ul>{LIFE_SAFETY_KINDS.map((kind) => one(`safety-${kind}`, t(`triage.fixedKind.${kind}`)))}</ul>
    </nav>
  );
}
