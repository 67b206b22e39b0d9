import type { PersonTest } from '#shared/contract';
import { tell, useText } from '../../app/index.ts';
import { FormDialog, useSend } from '../../parts/index.ts';
import { api } from '../../stores/index.ts';

type TestPeopleProps = { readonly people: readonly PersonTest[]; readonly onClose: () => void };

/** A test to those of tonight who received nothing within a week: whom, before it leaves. */
export function TestPeople({ people, onClose }: TestPeopleProps) {
  const { t, language } = useText();
  const { send, refusal, isBusy } = useSend();
  const names = new Intl.ListFormat(language).format(people.map((each) => each.name));
  const start = () =>
    send(
      () => api.app.testPeople.mutate(),
      ({ queued }) => {
        tell(t('readiness.testsSent', { count: queued }));
        onClose();
      },
    );
  return (
    <FormDialog
      title={t('readiness.testThem', { count: people.length })}
      submit={t('readiness.testDo')}
      refusal={refusal}
      isBusy={isBusy}
      size="md"
      onSubmit={start}
      onClose={onClose}
    >
      <p className="wide">{t('readiness.testWhom', { names })}</p>
    </FormDialog>
  );
}
