import type { ScreenId } from '../stores/index.ts';

const PATHS = {
  desk: 'M4 5h16M4 10h10M4 15h13M4 20h7',
  oncall: 'M4 6h16v14H4zM4 10.5h16M8.5 3v4M15.5 3v4M8 14.5h3M13.5 17h2.5',
  reports: 'M6 3h8.5L19 7.5V21H6zM14 3v5h5M9.5 17v-3M12.5 17v-6M15.5 17v-2',
  portfolio: 'M4 21V8l7-5 7 5v13M4 21h16M11 21v-5h0M8 11h.01M14 11h.01M8 15h.01M14 15h.01',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5M4 12h16',
  practice:
    'M8 2.8h8a1.5 1.5 0 0 1 1.5 1.5v15.4a1.5 1.5 0 0 1-1.5 1.5H8a1.5 1.5 0 0 1-1.5-1.5V4.3A1.5 1.5 0 0 1 8 2.8zM10.5 18h3',
  report: 'M12 5v14M5 12h14',
  outbox: 'M4 13h4l1.5 3h5L16 13h4M4 13v6h16v-6M12 3v8M8.5 6.5L12 3l3.5 3.5',
  readiness: 'M4 6.5l1.8 1.8L9 5M12 6.5h8M4 12.5l1.8 1.8L9 11M12 12.5h8M4 18.5l1.8 1.8L9 17M12 18.5h8',
} as const satisfies Record<ScreenId, string>;

/** The drawing of a screen in the rail. */
export function ScreenIcon({ screen }: { readonly screen: ScreenId }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={PATHS[screen]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
