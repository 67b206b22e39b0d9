import process from 'node:process';
import { builtGateways } from './built.ts';
import { conformanceTable } from './table.ts';

process.stdout.write(`${conformanceTable(builtGateways().map(([, declared]) => declared))}\n`);
