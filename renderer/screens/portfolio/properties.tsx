import { useState } from 'react';
import type { PortfolioView } from '#shared/contract';
import { phoneOf, useKeys, useText } from '../../app/index.ts';
import { ActionButton, Empty, SearchField } from '../../parts/index.ts';
import { matches } from './find.ts';
import { PropertyForm } from './property-form.tsx';

type Row = PortfolioView['properties'][number];

/** The properties, searched and changed. */
export function Properties({ properties }: { readonly properties: readonly Row[] }) {
  const { t } = useText();
  const [wanted, setWanted] = useState('');
  const [edited, setEdited] = useState<Row | 'new' | null>(null);
  useKeys({ a: () => setEdited('new') }, edited === null);
  const groups = [...new Set(properties.map((row) => row.group ?? ''))].filter((name) => name !== '').toSorted();
  const rows = properties.filter((row) =>
    matches(wanted, [row.name, row.address, row.calledNumber, row.group ?? null]),
  );
  return (
    <>
      <div className="section-head">
        <SearchField label={t('portfolio.search')} value={wanted} onChange={setWanted} />
        <div className="at-end">
          <ActionButton label={t('portfolio.addProperty')} cap="A" kind="main" onPress={() => setEdited('new')} />
        </div>
      </div>
      {properties.length === 0 && <Empty title={t('portfolio.noProperties')}>{t('portfolio.noPropertiesWords')}</Empty>}
      {properties.length > 0 && rows.length === 0 && <p className="dim">{t('portfolio.none', { text: wanted })}</p>}
      {rows.length > 0 && <PropertyTable rows={rows} onEdit={setEdited} />}
      {edited && (
        <PropertyForm property={edited === 'new' ? null : edited} groups={groups} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

function PropertyTable({ rows, onEdit }: { readonly rows: readonly Row[]; readonly onEdit: (row: Row) => void }) {
  const { t } = useText();
  return (
    <div className="sheet-frame">
      <table className="sheet">
        <thead>
          <tr>
            <th>{t('portfolio.columns.property')}</th>
            <th className="num">{t('portfolio.columns.units')}</th>
            <th className="num">{t('portfolio.columns.residents')}</th>
            <th>{t('portfolio.columns.night')}</th>
            <th>{t('portfolio.columns.called')}</th>
            <th>{t('portfolio.columns.centre')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <button type="button" className="row-title" onClick={() => onEdit(row)}>
                  {row.name}
                </button>
                <span className="sub">{[row.address, row.group ?? ''].filter((part) => part !== '').join(' · ')}</span>
              </td>
              <td className="num">{row.units}</td>
              <td className="num">{row.residents}</td>
              <td className="tight">
                {row.nightStart}–{row.nightEnd}
                <span className="sub">{row.zone}</span>
              </td>
              <td className="tight">
                {row.calledNumber ? phoneOf(row.calledNumber) : <span className="amber">{t('portfolio.missing')}</span>}
              </td>
              <td className="tight">
                {row.emergencyCentre ? (
                  phoneOf(row.emergencyCentre)
                ) : (
                  <span className="amber">{t('portfolio.missing')}</span>
                )}
              </td>
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
