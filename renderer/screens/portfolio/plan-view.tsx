import type { ReactNode } from 'react';
import { Coordinates } from '#shared/contract';
import { coordinatesText } from '#shared/weather';
import { useText } from '../../app/index.ts';
import { changesOf, type ImportPlan, titleOf } from './import-changes.ts';

/** What an import would do: counts, what is new, what changes from what to what, and which rows are left out and why. */
export function PlanView({ plan }: { readonly plan: ImportPlan }) {
  const { t } = useText();
  const counts = [
    ['creates', plan.counts.creates],
    ['updates', plan.counts.updates],
    ['unchanged', plan.unchanged],
    ['errors', plan.rowsLeftOut],
  ] as const;
  return (
    <>
      <ul className="plan-counts">
        {counts.map(([name, count]) => (
          <li key={name} className={name === 'errors' && count > 0 ? 'is-bad' : ''}>
            <b>{count}</b> {t(`portfolio.summary.${name}`)}
          </li>
        ))}
      </ul>
      {plan.unknownColumns.length > 0 && (
        <p className="dim">{t('portfolio.ignored', { columns: plan.unknownColumns.join(', ') })}</p>
      )}
      <LeftOut plan={plan} />
      <Updates updates={plan.updates} count={plan.counts.updates} />
      <Notes
        title={t('portfolio.warnings')}
        count={plan.counts.warnings}
        of={plan.counts.warnings}
        notes={plan.warnings}
      />
      <Creates creates={plan.creates} count={plan.counts.creates} />
    </>
  );
}

export type LeftOutRows = Pick<ImportPlan, 'rowErrors' | 'rowsLeftOut'> & {
  readonly counts: Pick<ImportPlan['counts'], 'rowErrors'>;
};

/** Which rows are left out and why; counted in rows, for one may have several reasons. */
export function LeftOut({ plan }: { readonly plan: LeftOutRows }) {
  const { t } = useText();
  return (
    <Notes title={t('portfolio.errors')} count={plan.rowsLeftOut} of={plan.counts.rowErrors} notes={plan.rowErrors} />
  );
}

function List(props: {
  readonly title: string;
  readonly count: number;
  /** Rows of the table there would be, and those it has. */
  readonly of: number;
  readonly shown: number;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}) {
  const { title, count, of, shown, heads, children } = props;
  const { t } = useText();
  if (count === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="plan-title">
        {title} <span className="faint">{count}</span>
      </h2>
      <div className="sheet-frame">
        <table className="sheet">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
      {of > shown && <p className="dim">{t('portfolio.more', { count: of - shown })}</p>}
    </section>
  );
}

type NotesProps = {
  readonly title: string;
  readonly count: number;
  readonly of: number;
  readonly notes: ImportPlan['rowErrors'];
};

function Notes({ title, count, of, notes }: NotesProps) {
  const { t, pick } = useText();
  return (
    <List
      title={title}
      count={count}
      of={of}
      shown={notes.length}
      heads={[t('portfolio.line'), t('portfolio.record'), t('portfolio.reason')]}
    >
      {notes.map((note) => (
        <tr key={`${note.line} ${note.column} ${note.reason.en}`}>
          <td className="tight dim">{note.line}</td>
          <td>
            {note.column === null ? note.value : t('portfolio.column', { column: note.column, value: note.value })}
          </td>
          <td>{pick(note.reason)}</td>
        </tr>
      ))}
    </List>
  );
}

function Updates({ updates, count }: { readonly updates: ImportPlan['updates']; readonly count: number }) {
  const { t } = useText();
  return (
    <List
      title={t('portfolio.updated')}
      count={count}
      of={count}
      shown={updates.length}
      heads={[t('portfolio.line'), t('portfolio.record'), t('portfolio.change')]}
    >
      {updates.map((update) => (
        <tr key={`${update.entity} ${update.line}`}>
          <td className="tight dim">{update.line}</td>
          <td className="tight">{titleOf(update.after).name}</td>
          <td>
            <ul>
              {changesOf(update.before, update.after).map((change) => (
                <li key={change.field}>
                  <span className="dim">{change.field}: </span>
                  <del>
                    <Value value={change.before} />
                  </del>{' '}
                  →{' '}
                  <ins>
                    <Value value={change.after} />
                  </ins>
                </li>
              ))}
            </ul>
          </td>
        </tr>
      ))}
    </List>
  );
}

function Creates({ creates, count }: { readonly creates: ImportPlan['creates']; readonly count: number }) {
  const { t } = useText();
  return (
    <List
      title={t('portfolio.created')}
      count={count}
      of={count}
      shown={creates.length}
      heads={[t('portfolio.line'), t('portfolio.record'), t('portfolio.details')]}
    >
      {creates.map((create) => {
        const { name, detail } = titleOf(create.row);
        return (
          <tr key={`${create.entity} ${create.line} ${create.row.id}`}>
            <td className="tight dim">{create.line}</td>
            <td className="tight">{name}</td>
            <td className="dim">{detail}</td>
          </tr>
        );
      })}
    </List>
  );
}

function Value({ value }: { readonly value: unknown }) {
  const { t } = useText();
  if (typeof value === 'boolean') return value ? t('portfolio.yes') : t('portfolio.no');
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : <i>{t('portfolio.emptyValue')}</i>;
  if (value === null || value === undefined || value === '') return <i>{t('portfolio.emptyValue')}</i>;
  const place = Coordinates.safeParse(value);
  return place.success ? coordinatesText(place.data) : String(value);
}
