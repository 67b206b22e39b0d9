import { useState } from 'react';
import type { Responder } from '#shared/contract';
import { phoneOf, useKeys, useText } from '../../app/index.ts';
import { ActionButton, Empty, SearchField } from '../../parts/index.ts';
import { matches } from './find.ts';
import { ResponderForm } from './responder-form.tsx';

/** Everybody who can be notified, searched and changed; whoever cannot be reached stands out. */
export function Responders({ responders }: { readonly responders: readonly Responder[] }) {
  const { t } = useText();
  const [wanted, setWanted] = useState('');
  const [edited, setEdited] = useState<Responder | 'new' | null>(null);
  useKeys({ a: () => setEdited('new') }, edited === null);
  const words = (row: Responder) => [
    row.name,
    row.company,
    row.phone,
    t(`words.role.${row.role}`),
    ...row.trades.map((trade) => t(`words.trade.${trade}`)),
  ];
  const rows = responders.filter((row) => matches(wanted, words(row))).toSorted(byUse);
  return (
    <>
      <div className="section-head">
        <SearchField label={t('portfolio.search')} value={wanted} onChange={setWanted} />
        <div className="at-end">
          <ActionButton label={t('portfolio.addResponder')} cap="A" kind="main" onPress={() => setEdited('new')} />
        </div>
      </div>
      {responders.length === 0 && <Empty title={t('portfolio.noResponders')}>{t('portfolio.noRespondersWords')}</Empty>}
      {responders.length > 0 && rows.length === 0 && <p className="dim">{t('portfolio.none', { text: wanted })}</p>}
      {rows.length > 0 && <ResponderTable rows={rows} onEdit={setEdited} />}
      {edited && <ResponderForm responder={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}

/** Active before inactive, then by name. */
function byUse(a: Responder, b: Responder): number {
  return Number(b.active) - Number(a.active) || a.name.localeCompare(b.name);
}

function ResponderTable(props: { readonly rows: readonly Responder[]; readonly onEdit: (row: Responder) => void }) {
  const { rows, onEdit } = props;
  const { t } = useText();
  return (
    <div className="sheet-frame">
      <table className="sheet">
        <thead>
          <tr>
            <th>{t('portfolio.columns.name')}</th>
            <th>{t('portfolio.columns.role')}</th>
            <th>{t('portfolio.columns.trades')}</th>
            <th>{t('portfolio.columns.phone')}</th>
            <th>{t('portfolio.columns.language')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.active ? undefined : 'is-off'}>
              <td>
                <button type="button" className="row-title" onClick={() => onEdit(row)}>
                  {row.name}
                </button>
                {!row.active && <span className="chip">{t('portfolio.inactive')}</span>}
                {row.company && <span className="sub">{row.company}</span>}
              </td>
              <td>
                {t(`words.role.${row.role}`)}
                {row.isEmergencyVendor && <span className="sub">{t('portfolio.emergencyVendor')}</span>}
              </td>
              <td>
                <span className="chips">
                  {row.trades.map((trade) => (
                    <span key={trade} className="chip">
                      {t(`words.trade.${trade}`)}
                    </span>
                  ))}
                </span>
              </td>
              <td className="tight">
                {row.phone ? phoneOf(row.phone) : <b className="red">{t('portfolio.noNumber')}</b>}
              </td>
              <td>{t(`words.language.${row.language}`)}</td>
              <td className="row-actions">
                <ActionButton label={t('portfolio.edit')} kind="quiet" onPress={() => onEdit(row)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
