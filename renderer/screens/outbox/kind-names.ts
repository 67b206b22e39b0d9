import { useText } from '../../app/index.ts';
import { api, useCore } from '../../stores/index.ts';

/** A gateway as Settings calls it; one that this build does not know by the name it is stored under. */
export function useKindNames(): (kind: string) => string {
  const { pick } = useText();
  const kinds = useCore('gateway kinds', [], () => api.settings.gatewayKinds.query());
  return (kind) => {
    const known = kinds?.find((each) => each.kind === kind);
    return known ? pick(known.title) : kind;
  };
}
