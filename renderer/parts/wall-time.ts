/** What is typed as a time of day, as `HH:MM`: `7`, `730`, `17:57`, `17.57`, `17h57`; null for anything else. */
export function wallTimeOf(typed: string): string | null {
  const match = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/i.exec(typed.trim());
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  if (!match || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
