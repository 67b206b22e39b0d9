import { spawnSync } from 'node:child_process';

const isThere = (program: string): boolean => spawnSync(program, ['-v']).error === undefined;

/** Why what reads a PDF back is skipped, as the end of a test's name; empty where it can be read. */
export const NO_PDF_READER =
  isThere('pdftotext') && isThere('pdfinfo') ? '' : ' (skipped: pdftotext and pdfinfo are not on this machine)';

/** The same for what checks its structure. */
export const NO_PDF_CHECKER = isThere('qpdf') ? '' : ' (skipped: qpdf is not on this machine)';
