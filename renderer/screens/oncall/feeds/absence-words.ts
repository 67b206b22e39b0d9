const ABSENCE = new Set(
  (
    'off pto ooo vacation vacations holiday holidays leave sick away absent unavailable ' +
    'libre vacaciones ausente ausencia permiso feriado descanso enfermo enferma licencia'
  ).split(' '),
);

/** Whether a title speaks of somebody who is not there, so that it more likely means nobody than a person. */
export function speaksOfAbsence(title: string): boolean {
  return title
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => ABSENCE.has(word));
}
