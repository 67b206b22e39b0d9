import type { Tier } from '#shared/contract';
import { useText } from '../app/index.ts';

const NUMBER = { P1: '1', P2: '2', P3: '3' } as const satisfies Record<Tier, string>;

/** The tier as shape, colour and number: triangle, square, circle. */
export function TierMark({ tier, size = 'small' }: { readonly tier: Tier; readonly size?: 'small' | 'large' }) {
  const { t } = useText();
  return (
    <svg
      className={`tier tier-${tier} tier-${size}`}
      viewBox="0 0 24 24"
      role="img"
      aria-label={t(`words.tierLong.${tier}`)}
    >
      {tier === 'P1' && <path d="M12 1.6 23.2 22H.8Z" className="tier-shape" strokeLinejoin="round" />}
      {tier === 'P2' && <rect x="1.5" y="1.5" width="21" height="21" rx="4" className="tier-shape" />}
      {tier === 'P3' && <circle cx="12" cy="12" r="10" className="tier-ring" />}
      <text x="12" y={tier === 'P1' ? 18.6 : 16.2} textAnchor="middle" className="tier-number">
        {NUMBER[tier]}
      </text>
    </svg>
  );
}
