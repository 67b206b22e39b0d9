import { parts } from '../../parts/text.en.ts';
import { desk } from '../../screens/desk/text.en.ts';
import { ahead } from '../../screens/oncall/ahead/text.en.ts';
import { exporting } from '../../screens/oncall/export/text.en.ts';
import { feeds } from '../../screens/oncall/feeds/text.en.ts';
import { planning } from '../../screens/oncall/forms/text.en.ts';
import { load } from '../../screens/oncall/load/text.en.ts';
import { printing } from '../../screens/oncall/print/text.en.ts';
import { oncall } from '../../screens/oncall/text.en.ts';
import { outbox } from '../../screens/outbox/text.en.ts';
import { portfolio } from '../../screens/portfolio/text.en.ts';
import { practice } from '../../screens/practice/text.en.ts';
import { readiness } from '../../screens/readiness/text.en.ts';
import { report } from '../../screens/report/text.en.ts';
import { reports } from '../../screens/reports/text.en.ts';
import { gateways } from '../../screens/settings/gateways/text.en.ts';
import { policy } from '../../screens/settings/policy/text.en.ts';
import { templates } from '../../screens/settings/templates/text.en.ts';
import { settings } from '../../screens/settings/text.en.ts';
import { triage } from '../../screens/settings/triage/text.en.ts';
import { watching } from '../../screens/settings/watch/text.en.ts';
import { weather } from '../../screens/settings/weather/text.en.ts';
import { welcome } from '../../screens/welcome/text.en.ts';
import { frame } from './frame.en.ts';
import { words } from './words.en.ts';

/** Every English text of the console. A screen's own texts lie in its folder and are listed here. */
export const en = {
  words,
  frame,
  parts,
  desk,
  report,
  welcome,
  oncall,
  planning,
  ahead,
  feeds,
  load,
  exporting,
  printing,
  outbox,
  portfolio,
  practice,
  readiness,
  reports,
  settings,
  gateways,
  policy,
  templates,
  triage,
  watching,
  weather,
} as const;

/** The same keys with any words: what a translation must have, no more and no less. */
export type Translation<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Translation<Texts[Key]>;
};
