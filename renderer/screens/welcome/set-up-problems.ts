/** What is typed to set up a company, by the name of its field. */
export type SetUpText = {
  readonly name: string;
  readonly staffName: string;
  readonly pin: string;
  readonly pinAgain: string;
};

export type SetUpField = keyof SetUpText;
export type SetUpProblem = 'nameMissing' | 'yourNameMissing' | 'pinWrong' | 'pinDiffers';

const PIN = /^\d{4,12}$/;

/** What is wrong, field by field, in the order of the form; empty when it can be sent. */
export function setUpProblems(text: SetUpText): readonly (readonly [SetUpField, SetUpProblem])[] {
  const isPin = PIN.test(text.pin);
  return [
    ...(text.name.trim() === '' ? [['name', 'nameMissing'] as const] : []),
    ...(text.staffName.trim() === '' ? [['staffName', 'yourNameMissing'] as const] : []),
    ...(isPin ? [] : [['pin', 'pinWrong'] as const]),
    ...(isPin && text.pinAgain !== text.pin ? [['pinAgain', 'pinDiffers'] as const] : []),
  ];
}
