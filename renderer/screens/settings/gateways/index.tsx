import { useState } from 'react';
import type { GatewaySlot, GatewaySlotView } from '#shared/contract';
import { useKeys } from '../../../app/index.ts';
import { api, useCore } from '../../../stores/index.ts';
import { ChangeGateway } from './change-gateway.tsx';
import { RemoveGateway } from './remove-gateway.tsx';
import { SendTest } from './send-test.tsx';
import { SlotCard } from './slot-card.tsx';
import './gateways.css';

/** What is being done with a place: its gateway is chosen anew, its settings are changed, or it is emptied. */
export type Doing = { readonly slot: GatewaySlot; readonly what: 'choose' | 'edit' | 'remove' };

/** Which place the test goes through, and how often its field was asked for. */
export type Testing = { readonly slot: GatewaySlot; readonly count: number };

/** Every way out of the desk: what stands where, how it is, and a live test. */
export function GatewaySettings() {
  const slots = useCore('gateways', ['settings', 'status'], () => api.settings.gateways.query());
  const kinds = useCore('gateway kinds', [], () => api.settings.gatewayKinds.query());
  const [doing, setDoing] = useState<Doing | null>(null);
  const [testing, setTesting] = useState<Testing>({ slot: 'primary', count: 0 });
  const test = (slot: GatewaySlot) => setTesting({ slot, count: testing.count + 1 });
  const choose = (index: number) => () => {
    const slot = slots?.[index];
    if (slot) setDoing({ slot: slot.slot, what: slot.kind === null ? 'choose' : 'edit' });
  };
  useKeys({ 1: choose(0), 2: choose(1), 3: choose(2), 4: choose(3), t: () => test(testing.slot) }, doing === null);
  if (!slots || !kinds) return null;
  const view = slots.find((each) => each.slot === doing?.slot);
  const close = () => setDoing(null);
  const saved = () => {
    if (doing) test(doing.slot);
    close();
  };
  return (
    <div className="split gateways">
      <div className="rows">
        {slots.map((slot, index) => (
          <SlotCard
            key={slot.slot}
            view={slot}
            kinds={kinds}
            cap={String(index + 1)}
            isNext={slot.slot === testing.slot}
            onDo={setDoing}
            onTest={test}
          />
        ))}
      </div>
      <SendTest
        slots={slots.filter(canBeTested)}
        kinds={kinds}
        testing={testing}
        onSlot={(slot) => setTesting({ ...testing, slot })}
      />
      {doing && view && doing.what === 'remove' && <RemoveGateway view={view} onClose={close} />}
      {doing && view && doing.what !== 'remove' && (
        <ChangeGateway view={view} kinds={kinds} isNew={doing.what === 'choose'} onSaved={saved} onClose={close} />
      )}
    </div>
  );
}

function canBeTested(view: GatewaySlotView): boolean {
  return view.kind !== null;
}
