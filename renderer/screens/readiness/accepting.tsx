import { createContext, type ReactNode, useContext, useState } from 'react';
import type { Readiness, ReadinessCheck } from '#shared/contract';
import { tell, useText, useWhen } from '../../app/index.ts';
import { ActionButton, Field, FormDialog, useSend } from '../../parts/index.ts';
import { api, useSession } from '../../stores/index.ts';

type Accepting = {
  readonly accepted: Readiness['accepted'];
  readonly ask: (check: ReadinessCheck, title: string) => void;
};

const AcceptingContext = createContext<Accepting>({ accepted: [], ask: () => undefined });

type AcceptingProps = { readonly accepted: Readiness['accepted']; readonly children: ReactNode };

/** What is not ready can be accepted by name for the night; it stays what it is, and blocks nothing either way. */
export function AcceptingProvider({ accepted, children }: AcceptingProps) {
  const [asked, setAsked] = useState<{ readonly check: ReadinessCheck; readonly title: string } | null>(null);
  return (
    <AcceptingContext value={{ accepted, ask: (check, title) => setAsked({ check, title }) }}>
      {children}
      {asked && <AcceptDialog {...asked} onClose={() => setAsked(null)} />}
    </AcceptingContext>
  );
}

type AcceptDialogProps = { readonly check: ReadinessCheck; readonly title: string; readonly onClose: () => void };

function AcceptDialog({ check, title, onClose }: AcceptDialogProps) {
  const { t } = useText();
  const { send, refusal, isBusy } = useSend();
  const [words, setWords] = useState('');
  const name = useSession((state) => state.session?.deskSession?.staff.name ?? '');
  const accept = () =>
    send(
      () => api.app.acceptReadiness.mutate({ check, words }),
      () => {
        tell(t('readiness.acceptDone', { what: title }));
        onClose();
      },
    );
  return (
    <FormDialog
      title={t('readiness.acceptTitle', { what: title })}
      submit={t('readiness.acceptDo', { name })}
      refusal={refusal}
      isBusy={isBusy}
      size="md"
      onSubmit={accept}
      onClose={onClose}
    >
      <p className="wide">{t('readiness.acceptMeans')}</p>
      <div className="wide">
        <Field label={t('readiness.acceptWords')} value={words} onValue={setWords} maxLength={300} hasFocus />
      </div>
    </FormDialog>
  );
}

/** By whom a check was accepted as it is; nothing where nobody has. */
export function AcceptedLine({ check }: { readonly check: ReadinessCheck }) {
  const { t } = useText();
  const when = useWhen();
  const found = useContext(AcceptingContext).accepted.find((each) => each.check === check);
  if (!found) return null;
  const { by: name, at, words } = found;
  const said = t('readiness.acceptedBy', { name, time: when(at) });
  return <p className="check-accepted">{words === '' ? said : `${said} “${words}”`}</p>;
}

export function AcceptButton({ check, title }: { readonly check: ReadinessCheck; readonly title: string }) {
  const { t } = useText();
  const { accepted, ask } = useContext(AcceptingContext);
  if (accepted.some((each) => each.check === check)) return null;
  return <ActionButton label={t('readiness.accept')} kind="quiet" onPress={() => ask(check, title)} />;
}
