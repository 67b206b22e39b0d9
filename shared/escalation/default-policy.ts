import type { LadderStep, Policy, StepTarget, TargetSpec } from '#shared/contract';

const onCall = (role: 'primary' | 'backup'): TargetSpec => ({ kind: 'onCall', role });
const role = (name: 'coordinator' | 'manager' | 'owner'): TargetSpec => ({ kind: 'role', role: name });
const smsAndVoice = (target: TargetSpec, whateverElse = false): StepTarget => ({
  target,
  channels: ['sms', 'voice'],
  whateverElse,
});
const sms = (target: TargetSpec): StepTarget => ({ target, channels: ['sms'], whateverElse: false });
const step = (afterPreviousMin: number, ...targets: StepTarget[]): LadderStep => ({ afterPreviousMin, targets });

/** The policy a company begins with; the sums are those of PRODUCT.md section 7 (P1 0, 8, 15, 22, 30; P2 0, 15, 20, 35). */
export const DEFAULT_POLICY: Policy = {
  id: 'company',
  name: 'Company policy',
  version: 1,
  signedBy: null,
  ladders: {
    P1: {
      steps: [
        step(0, smsAndVoice(onCall('primary'))),
        step(8, smsAndVoice(onCall('backup'))),
        step(7, smsAndVoice(role('coordinator'))),
        step(7, smsAndVoice(role('manager'))),
        step(8, smsAndVoice(role('owner')), smsAndVoice({ kind: 'emergencyVendor' }, true)),
      ],
      lastWindowMin: 8,
    },
    P2: {
      steps: [
        step(0, sms(onCall('primary'))),
        step(15, smsAndVoice(onCall('primary'))),
        step(5, sms(onCall('backup'))),
        step(15, sms(role('manager'))),
      ],
      lastWindowMin: 15,
    },
    P3: { steps: [], lastWindowMin: 15 },
  },
};

/** Whom the last resort wakes every {@link TIMING.lastResortEveryMs} once the rounds are spent. */
export const LAST_RESORT: LadderStep = step(0, smsAndVoice(role('manager')), smsAndVoice({ kind: 'emergencyVendor' }));
