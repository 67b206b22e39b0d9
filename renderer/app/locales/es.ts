import { parts } from '../../parts/text.es.ts';
import { desk } from '../../screens/desk/text.es.ts';
import { ahead } from '../../screens/oncall/ahead/text.es.ts';
import { exporting } from '../../screens/oncall/export/text.es.ts';
import { feeds } from '../../screens/oncall/feeds/text.es.ts';
import { planning } from '../../screens/oncall/forms/text.es.ts';
import { load } from '../../screens/oncall/load/text.es.ts';
import { printing } from '../../screens/oncall/print/text.es.ts';
import { oncall } from '../../screens/oncall/text.es.ts';
import { outbox } from '../../screens/outbox/text.es.ts';
import { portfolio } from '../../screens/portfolio/text.es.ts';
import { practice } from '../../screens/practice/text.es.ts';
import { readiness } from '../../screens/readiness/text.es.ts';
import { report } from '../../screens/report/text.es.ts';
import { reports } from '../../screens/reports/text.es.ts';
import { gateways } from '../../screens/settings/gateways/text.es.ts';
import { policy } from '../../screens/settings/policy/text.es.ts';
import { templates } from '../../screens/settings/templates/text.es.ts';
import { settings } from '../../screens/settings/text.es.ts';
import { triage } from '../../screens/settings/triage/text.es.ts';
import { watching } from '../../screens/settings/watch/text.es.ts';
import { weather } from '../../screens/settings/weather/text.es.ts';
import { welcome } from '../../screens/welcome/text.es.ts';
import type { en, Translation } from './en.ts';
import { frame } from './frame.es.ts';
import { words } from './words.es.ts';

/** Todos los textos de la consola en español (EE. UU., usted). */
export const es: Translation<typeof en> = {
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
};
