export { type CsvRecord, type CsvTable, readCsv } from './csv-table.ts';
export { type DemoCompany, demoCompany } from './demo-company.ts';
export type { DemoStaff } from './demo-people.ts';
export { parsePhone, parseTrades, parseWallTime, TRADE_OF_WORD } from './fields.ts';
export { foldHeader } from './headers.ts';
export { foldText } from './natural-key.ts';
export { planImport } from './plan-import.ts';
export { type PlannedImport, planInThread } from './plan-in-thread.ts';
export type {
  ImportCreate,
  ImportKind,
  ImportPlan,
  ImportUpdate,
  PlanInput,
  PortfolioSnapshot,
  RowNote,
} from './plan-types.ts';
export { type ImportPreview, type PlannedRow, previewOf } from './planned-import.ts';
