import { foldText } from './natural-key.ts';
import type { RowReader } from './row-reader.ts';

/**
 * A person's name from the columns there are: one for all of it, or first and last. Where a file has a last name and no
 * first, what it calls the name is the first (`Nombre`, `Apellidos`). Empty when the row names nobody.
 */
export function readPersonName(row: Pick<RowReader<'name' | 'firstName' | 'lastName'>, 'has' | 'text'>): string {
  const whole = row.text('name');
  const last = row.text('lastName');
  const isFirstOnly = last !== '' && !row.has('firstName') && !foldText(whole).includes(foldText(last));
  if (whole !== '' && !isFirstOnly) return turnedName(whole);
  return [whole || row.text('firstName'), last].filter((part) => part !== '').join(' ');
}

/**
 * `RUIZ, DANA` → `DANA RUIZ`, as property-management programs sort their lists. `Smith, Jr.` and `Lopez, Inc.` stay.
 */
function turnedName(cell: string): string {
  const parts = cell
    .replace(/\s+/g, ' ')
    .split(',')
    .map((part) => part.trim());
  const [last, first] = parts;
  if (parts.length !== 2 || !last || !first || /^(?:jr|sr|ii|iii|iv|inc|llc|ltd|co|corp|md|phd)\.?$/i.test(first)) {
    return cell.replace(/\s+/g, ' ');
  }
  return `${first} ${last}`;
}
