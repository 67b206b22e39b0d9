/** The list with the entry at `index` moved by `by` places; unchanged where it would leave the list. */
export function moved<Entry>(list: readonly Entry[], index: number, by: number): readonly Entry[] {
  const entry = list[index];
  const target = index + by;
  if (entry === undefined || target < 0 || target >= list.length) return list;
  const others = list.filter((_, at) => at !== index);
  return [...others.slice(0, target), entry, ...others.slice(target)];
}
