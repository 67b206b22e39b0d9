import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ImportPlan,
  type PlanInput,
  type PlannedImport,
  type PlannedRow,
  type PortfolioSnapshot,
  planImport,
  planInThread,
  previewOf,
} from '#core/portfolio';
import { openStore, putRow } from '#core/store';
import { Property, Resident, Responder, Unit } from '#shared/contract';

const DEFAULTS = { zone: 'America/New_York', country: 'US' };
const NOTHING: PortfolioSnapshot = { properties: [], units: [], residents: [], responders: [] };

/** Carries a plan out in memory, as the store does in its tables. */
function carryOut(before: PortfolioSnapshot, plan: ImportPlan): PortfolioSnapshot {
  const properties = new Map(before.properties.map((row) => [row.id, row]));
  const units = new Map(before.units.map((row) => [row.id, row]));
  const residents = new Map(before.residents.map((row) => [row.id, row]));
  const responders = new Map(before.responders.map((row) => [row.id, row]));
  const put = <T extends { id: string }>(table: Map<string, T>, row: T, isNew: boolean): void => {
    expect(table.has(row.id), `${row.id} is new: ${isNew}`).toBe(!isNew);
    table.set(row.id, row);
  };
  for (const create of plan.creates) {
    if (create.entity === 'property') put(properties, Property.parse(create.row), true);
    else if (create.entity === 'unit') put(units, Unit.parse(create.row), true);
    else if (create.entity === 'resident') put(residents, Resident.parse(create.row), true);
    else put(responders, Responder.parse(create.row), true);
  }
  for (const update of plan.updates) {
    if (update.entity === 'property') put(properties, Property.parse(update.after), false);
    else if (update.entity === 'unit') put(units, Unit.parse(update.after), false);
    else if (update.entity === 'resident') put(residents, Resident.parse(update.after), false);
    else put(responders, Responder.parse(update.after), false);
  }
  return {
    properties: [...properties.values()],
    units: [...units.values()],
    residents: [...residents.values()],
    responders: [...responders.values()],
  };
}

function plan(csv: string | Uint8Array, existing = NOTHING, more: Partial<PlanInput> = {}): ImportPlan {
  return planImport({ kind: 'auto', csv, existing, defaults: DEFAULTS, ...more });
}

const MAPLE = carryOut(
  carryOut(NOTHING, plan('Property Name,Address\nMaple Court,1 Maple St\nElm House,3 Elm Ave\n')),
  plan(
    'Property,Unit\nMaple Court,14B\nMaple Court,2A\n',
    carryOut(NOTHING, plan('Property Name,Address\nMaple Court,1\nElm House,3\n')),
  ),
);
const errorsOf = (made: ImportPlan) =>
  made.rowErrors.map(({ line, column, reason }) => [line, column, reason.en] as const);

describe('the sample files', () => {
  const sample = (name: string) => readFileSync(new URL(`../../docs/samples/${name}.csv`, import.meta.url));
  it('go in one after the other, are recognised by themselves, and change nothing the second time', () => {
    let portfolio = NOTHING;
    const names = ['properties', 'units', 'residents', 'responders'] as const;
    for (const name of names) {
      const made = plan(sample(name), portfolio);
      expect([made.kind, made.fileError, made.rowErrors, made.unknownColumns]).toEqual([name, null, [], []]);
      portfolio = carryOut(portfolio, made);
    }
    expect(names.map((name) => portfolio[name].length)).toEqual([3, 12, 9, 8]);
    for (const name of names) {
      const again = plan(sample(name), portfolio);
      expect([again.creates, again.updates, again.unchanged]).toEqual([[], [], portfolio[name].length]);
    }
    expect(portfolio.residents.map((resident) => resident.name)).toContain('José Núñez');
    expect(portfolio.responders.find((r) => r.company.startsWith('Lockup'))?.company).toBe('Lockup Locksmiths, LLC');
  });
});

describe('reading the file', () => {
  const table: readonly [string, string | Uint8Array][] = [
    ['byte order mark', '\uFEFFProperty Name,Address\nPeña Plaza,1 Main St'],
    ['CRLF and empty lines', 'Property Name,Address\r\n\r\nPeña Plaza,1 Main St\r\n\r\n'],
    ['semicolons and commas in the address', 'Property Name;Address;City\nPeña Plaza;1 Main St, Rear, Left;Rome'],
    ['tabs', 'Property Name\tAddress\nPeña Plaza\t1 Main St'],
    ['quotes', '"Property Name","Address"\n"Peña Plaza","1 Main St, ""The Plaza"""'],
    ['Windows-1252', Buffer.from('Property Name,Address\nPeña Plaza,1 Main St', 'latin1')],
    ['UTF-8 bytes', Buffer.from('Property Name,Address\nPeña Plaza,1 Main St')],
    ['UTF-16 bytes', Buffer.from('\uFEFFProperty Name\tAddress\nPeña Plaza\t1 Main St', 'utf16le')],
    ['header in capitals with underscores', 'PROPERTY_NAME,STREET_ADDRESS\nPeña Plaza,1 Main St'],
    ['Spanish header', 'Nombre de la propiedad;Dirección\nPeña Plaza;1 Main St'],
    ['a title above the header', 'Property list\n2026-11-01\nProperty Name,Address\nPeña Plaza,1 Main St'],
    ['a row of totals', 'Property Name,Address\nPeña Plaza,1 Main St\nTotal,1\n'],
    ['a repeated header', 'Property Name,Address\nPeña Plaza,1 Main St\nProperty Name,Address\n'],
  ];
  it.each(table)('%s', (_, csv) => {
    const made = plan(csv);
    expect(made.fileError).toBeNull();
    expect(made.creates).toMatchObject([{ entity: 'property', row: { name: 'Peña Plaza' } }]);
    expect(made.rowErrors).toEqual([]);
  });

  const refusals: readonly [string, string | Uint8Array, PlanInput['kind'], RegExp][] = [
    ['nothing', '', 'auto', /empty/],
    ['only line ends', '\r\n\n', 'units', /empty/],
    ['header only', 'Property,Unit\n', 'auto', /no rows/],
    ['a workbook', Buffer.from('PK\u0003\u0004rest'), 'auto', /Excel workbook/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), 'units', /binary/],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'auto', /binary/],
    ['prose', 'Dear all,\nplease find attached', 'auto', /do not show what this file lists/],
    ['units without a unit column', 'Property,Rent\nMaple Court,900', 'units', /column for the unit/],
    ['residents without a name', 'Property,Unit\nMaple Court,14B', 'residents', /column for the name/],
    ['more than 20 MB', `Property,Unit\n${'x'.repeat(20 * 1024 * 1024)}`, 'units', /20 MB/],
    ['more than 100,000 rows', `Property,Unit\n${'a,b\n'.repeat(100_001)}`, 'units', /100,000 rows/],
  ];
  it.each(refusals)('refuses %s with a sentence', (_, csv, kind, words) => {
    const made = plan(csv, MAPLE, { kind });
    expect(made.fileError?.en).toMatch(words);
    expect(made.fileError?.es).not.toBe('');
    expect([made.creates, made.updates, made.rowErrors]).toEqual([[], [], []]);
  });

  it('counts lines of the text, quoted line ends included', () => {
    const csv = 'Property Name,Address,Time Zone\nA,"1\r\nRear\nLeft",Eastern\r\n\r\nB,2,Mars\nC,3,Central\n';
    const made = plan(csv);
    expect(errorsOf(made)).toMatchObject([[6, 'Time Zone', expect.stringMatching(/"Mars" is not a time zone/)]]);
    expect(made.creates.map((create) => create.line)).toEqual([2, 7]);
  });

  it('says where a quotation mark is left open and takes what stood before', () => {
    const made = plan('Property Name,Address\nA,1\nB,"2\nC,3\n');
    expect(made.creates).toHaveLength(1);
    expect(errorsOf(made)).toMatchObject([[3, null, expect.stringMatching(/never closed/)]]);
  });

  it('tells which columns were used and which were not', () => {
    const made = plan('Property,Property Name,Unit,Sqft,Unit\nS1 - Maple Court - 1 St,Maple Court,3,800,x\n', MAPLE);
    expect(made.kind).toBe('units');
    expect(made.mapping).toEqual([
      { column: 'Property Name', field: 'property' },
      { column: 'Unit', field: 'unit' },
    ]);
    expect(made.unknownColumns).toEqual(['Property', 'Sqft', 'Unit']);
  });
});

describe('rows with errors are left out, the rest goes in', () => {
  const table: readonly [string, string, number, string, RegExp][] = [
    ['unknown property', 'Property,Unit\nMaple Cort,1\nElm House,1', 2, 'Property', /Did you mean Maple Court\?/],
    [
      'nothing like it',
      'Property,Unit\nZzyzx Towers 9,1\nElm House,1',
      2,
      'Property',
      /named "Zzyzx Towers 9"\. Import or add it first\.$/,
    ],
    ['empty unit', 'Property,Unit\nElm House,1\nElm House,\n', 3, 'Unit', /does not say the unit/],
    ['unknown unit', 'Property,Unit,Tenant\nMaple Court,14C,A B\nMaple Court,14B,A C', 2, 'Unit', /Did you mean 14B\?/],
    [
      'number',
      'Property,Unit,Tenant,Phone\nMaple Court,2A,A B,123\nMaple Court,2A,C D,4235550142',
      2,
      'Phone',
      /"123" cannot be/,
    ],
    ['number starting with 1', 'Name,Trade,Phone\nA,hvac,(423) 155-0142\nB,hvac,', 2, 'Phone', /cannot be a telephone/],
    [
      'number a spreadsheet spoilt',
      'Name,Trade,Phone\nA,hvac,4.23556E+09\nB,hvac,',
      2,
      'Phone',
      /cannot be a telephone/,
    ],
    ['zone', 'Property Name,Zone\nA,+05:00\nB,Central', 2, 'Zone', /not a time zone/],
    ['time', 'Property Name,Night Start\nA,25:00\nB,5pm', 2, 'Night Start', /not a time of day/],
    ['trade', 'Name,Trades\nA,"hvac, plumming"\nB,A/C', 2, 'Trades', /Did you mean plumbing\?/],
    ['role', 'Name,Role\nA,wizard\nB,gerente', 2, 'Role', /not a role/],
    ['yes or no', 'Name,Role,Active\nA,owner,perhaps\nB,owner,sí', 2, 'Active', /neither yes nor no/],
    [
      'language',
      'Property,Unit,Tenant,Language\nMaple Court,2A,A,Klingon\nMaple Court,2A,B,Español',
      2,
      'Language',
      /Klingon/,
    ],
    ['contradiction', 'Property Name,Zone\nA,Central\na ,Eastern', 3, 'Property Name', /Line 2 of this file/],
    ['shared phone', 'Name,Phone\nA,4235550142\nB,423.555.0142', 3, 'Phone', /Line 2 gives this number to A/],
    ['long text', `Property Name,Access Notes\nA,${'x'.repeat(4001)}\nB,y`, 2, 'Access Notes', /4,000/],
  ];
  it.each(table)('%s', (_, csv, line, column, words) => {
    const made = plan(csv, MAPLE);
    expect(made.fileError).toBeNull();
    expect(errorsOf(made)).toEqual([[line, column, expect.stringMatching(words)]]);
    expect(made.creates).toHaveLength(1);
  });

  it('leaves out a row that is longer than its header: what stands behind the last column would be lost', () => {
    const header = 'Property,Unit,Tenant,Language,Volunteered Needs';
    const made = plan(
      `${header}\nMaple Court,14B,Ana Paz,English,On oxygen, uses a wheelchair\nMaple Court,2A,Leo Paz,English,"On oxygen, too"\n`,
      MAPLE,
    );
    expect(made.creates).toMatchObject([{ line: 3, row: { name: 'Leo Paz', needs: 'On oxygen, too' } }]);
    expect(made.rowErrors).toMatchObject([
      { line: 2, column: null, value: 'uses a wheelchair', reason: { en: expect.stringMatching(/quotation marks/) } },
    ]);
    // An unquoted comma moves every cell behind it, so nothing else of that row is worth a word.
    expect(plan(`${header}\nMaple Court,14B,Paz, Ana,English,none\n`, MAPLE).rowErrors).toHaveLength(1);
    // A column without a name is none either.
    expect(plan('Property,Unit,,\nElm House,1,,x\nElm House,2,,\n', MAPLE)).toMatchObject({
      creates: [{ line: 3 }],
      rowErrors: [{ line: 2, value: 'x' }],
    });
  });

  it('counts the rows that are left out, not the reasons', () => {
    const made = plan('Property Name,Zone,Night Start,Phone\n,Mars,99,1\nOak,Central,17:00,\n,,,\nElm,Pluto,,\n');
    expect([made.rowErrors.length, made.rowsLeftOut]).toEqual([5, 2]);
    expect(plan('').rowsLeftOut).toBe(0);
  });

  it.each([
    ['units', 'Property,Unit\nMaple Court,1\nMaple Court,2\n'],
    ['residents', 'Property,Unit,Tenant\nMaple Court,1,Ana Paz\nMaple Court,2,Leo Paz\n'],
  ])('says once to import the properties first where there are none: %s', (kind, csv) => {
    const made = plan(csv);
    expect([made.kind, made.rowErrors]).toEqual([kind, []]);
    expect(made.fileError?.en).toMatch(/Import the properties first/);
    expect(made.fileError?.es).toMatch(/Importe primero las propiedades/);
  });

  it('tells all errors of a row at once', () => {
    const made = plan('Property Name,Zone,Night Start,Phone\n,Mars,99,1\n');
    expect(made.rowErrors.map((error) => error.column)).toEqual(['Property Name', 'Zone', 'Night Start', 'Phone']);
  });
});

describe('what a cell may look like', () => {
  const phones: readonly [string, string][] = [
    ['(423) 555-0142', '+14235550142'],
    ['1-423-555-0142', '+14235550142'],
    ['423/555-0142', '+14235550142'],
    ['Home: (423) 555-0150, Mobile: (423) 555-0142', '+14235550142'],
    ['(423) 555-0142 x12', '+14235550142'],
    ['+44 20 7946 0018', '+442079460018'],
    ['="4235550142"', '+14235550142'],
  ];
  it.each(phones)('phone %s', (cell, phone) => {
    expect(plan(`Name\tTrade\tPhone\nA\thvac\t${cell}`).creates).toMatchObject([{ row: { phone } }]);
  });
  const times: readonly [string, string][] = [
    ['17:00', '17:00'],
    ['5 PM', '17:00'],
    ['5:30 p. m.', '17:30'],
    ['12:00 AM', '00:00'],
    ['12 pm', '12:00'],
    ['8', '08:00'],
    ['17h30', '17:30'],
    ['17:00:00', '17:00'],
  ];
  it.each(times)('time %s', (cell, nightStart) => {
    expect(plan(`Property Name,Night Start\nA,${cell}`).creates).toMatchObject([{ row: { nightStart } }]);
  });
  const zones: readonly [string, string][] = [
    ['Central', 'America/Chicago'],
    ['Eastern Standard Time', 'America/New_York'],
    ['hora del Pacífico', 'America/Los_Angeles'],
    ['america/denver', 'America/Denver'],
    ['America/New York', 'America/New_York'],
    ['EST', 'America/New_York'],
  ];
  it.each(zones)('zone %s', (cell, zone) => {
    expect(plan(`Property Name,Zone\nA,${cell}`).creates).toMatchObject([{ row: { zone } }]);
  });
  const trades: readonly [string, readonly string[]][] = [
    ['Plumber', ['plumbing']],
    ['hvac, Plumbing', ['plumbing', 'hvac']],
    ['Heating & Cooling', ['hvac']],
    ['plomería y electricidad', ['plumbing', 'electrical']],
    ['a/c; general/locks', ['hvac', 'locksmith', 'general']],
  ];
  it.each(trades)('trades %s', (cell, expected) => {
    expect(plan(`Name\tTrades\nA\t${cell}`).creates).toMatchObject([{ row: { trades: expected } }]);
  });
  const people: readonly [string, string, string][] = [
    ['Tenant', '"RUIZ, DANA"', 'DANA RUIZ'],
    ['Resident', 'Dana  Ruiz', 'Dana Ruiz'],
    ['First name,Last name', 'Dana,Ruiz', 'Dana Ruiz'],
    ['Nombre,Apellidos', 'Dana,Ruiz Peña', 'Dana Ruiz Peña'],
    ['Name,Last name', 'Dana Ruiz,Ruiz', 'Dana Ruiz'],
    ['Tenant', '"King, Jr."', 'King, Jr.'],
  ];
  it.each(people)('person %s %s', (header, cell, name) => {
    const made = plan(`Property,Unit,${header}\nMaple Court,2A,${cell}`, MAPLE, { kind: 'residents' });
    expect(made.creates).toMatchObject([{ entity: 'resident', row: { name } }]);
  });
  const doors = ['14b', '#14B', 'Unit 14B', 'Apt. 14B', 'APARTMENT 14B', ' 14B '];
  it.each(doors)('door %s is 14B', (label) => {
    expect(plan(`Property,Unit\nMAPLE  court,${label}`, MAPLE)).toMatchObject({ creates: [], unchanged: 1 });
  });
});

describe('what is on file', () => {
  it('is not erased by an empty cell or a missing column', () => {
    const full = plan('Name,Company Name,Role,Trades,Phone,Language\nAcme,Acme Co,vendor,hvac,4235550142,Spanish\n');
    const portfolio = carryOut(NOTHING, full);
    expect(plan('Name,Company Name,Trades,Phone\nAcme,Acme Co,,\n', portfolio)).toMatchObject({
      creates: [],
      updates: [],
      unchanged: 1,
    });
  });
  it('is updated with what the file says, before and after in the plan', () => {
    const portfolio = carryOut(MAPLE, plan('Property,Unit,Tenant,Phone\nMaple Court,2A,Ana Paz,4235550142', MAPLE));
    const made = plan('Property,Unit,Tenant,Phone,Language\nMaple Court,2a,"PAZ, ANA",4235550143,es', portfolio);
    expect(made.creates).toEqual([]);
    expect(made.updates).toMatchObject([
      {
        before: { name: 'Ana Paz', phone: '+14235550142' },
        after: { name: 'Ana Paz', phone: '+14235550143', language: 'es' },
      },
    ]);
  });
  it('keeps its id when it was renamed, and a new row of the old name gets another', () => {
    const renamed = { ...MAPLE, properties: MAPLE.properties.map((each) => ({ ...each, name: `New ${each.name}` })) };
    const made = plan('Property Name,Address\nMaple Court,1', renamed);
    expect(made.creates).toHaveLength(1);
    expect(renamed.properties.map((each) => each.id)).not.toContain(made.creates[0]?.row.id);
  });
  it('gets a new number when a responder is known by name and company', () => {
    const portfolio = carryOut(NOTHING, plan('Name,Company Name,Phone\nAl,Acme,\nBo,Acme,4235550142'));
    const made = plan('Name,Company Name,Phone\nAl,ACME,4235550150\nBo,Acme,4235550151', portfolio);
    expect(made.creates).toEqual([]);
    expect(made.updates.map((update) => update.entity === 'responder' && update.after.phone)).toEqual([
      '+14235550150',
      '+14235550151',
    ]);
  });
});

describe('a responder without a phone', () => {
  it('is taken, with a warning', () => {
    const made = plan('Name,Trades,Phone\nAl,hvac,\n');
    expect(made.creates).toMatchObject([{ row: { phone: null } }]);
    expect(made.warnings).toMatchObject([{ line: 2, reason: { en: expect.stringMatching(/cannot be reached/) } }]);
  });
});

describe('a residents file that names new units', () => {
  const csv =
    'Property,Unit,Tenant\nMaple Court,9Z,Ana Paz\nMaple Court,9z,Leo Paz\nMaple Court,10Z,VACANT\nNowhere,1,X\n';
  it('may create them, before their residents', () => {
    const made = plan(csv, MAPLE, { canCreateUnits: true });
    expect(made.creates.map((create) => create.entity)).toEqual(['unit', 'unit', 'resident', 'resident']);
    expect(made.rowErrors.map((error) => error.line)).toEqual([5]);
    expect(plan(csv, carryOut(MAPLE, made), { canCreateUnits: true })).toMatchObject({ creates: [], updates: [] });
  });
  it('may not, unless asked', () => {
    expect(plan(csv, MAPLE)).toMatchObject({
      creates: [],
      rowErrors: [{ line: 2 }, { line: 3 }, { line: 4 }, { line: 5 }],
    });
  });
});

describe('property: planning again after carrying out proposes nothing', () => {
  const cell = (...values: string[]) => fc.constantFrom(...values);
  const files = {
    responders: fc
      .array(
        fc.tuple(
          cell('Al', 'AL ', 'Bo', ''),
          cell('Acme', 'acme', ''),
          cell('', '4235550101', '4235550102', '423 555 0103', '12'),
          cell('', 'hvac', 'plumbing,hvac', 'magic'),
        ),
        { maxLength: 7 },
      )
      .map((rows) =>
        ['Name,Company Name,Phone,Trades', ...rows.map(([a, b, c, d]) => `${a},${b},${c},"${d}"`)].join('\n'),
      ),
    residents: fc
      .array(
        fc.tuple(
          cell('Maple Court', 'elm house', 'Oak'),
          cell('14B', '#14b', '7', ''),
          cell('Ana Paz', '"PAZ, ANA"', 'Vacant', ''),
          cell('', '4235550101', '4235550102'),
        ),
        { maxLength: 7 },
      )
      .map((rows) => ['Property,Unit,Tenant,Phone', ...rows.map((row) => row.join(','))].join('\n')),
    properties: fc
      .array(
        fc.tuple(cell('Maple Court', 'MAPLE court', 'Oak', ''), cell('', '1 St', '2 St'), cell('', 'Central', 'Mars')),
        { maxLength: 7 },
      )
      .map((rows) => ['Property,Address,Zone', ...rows.map((row) => row.join(','))].join('\n')),
  } as const;
  it.each(Object.entries(files))('%s', (name, file) => {
    // Object.entries forgets the key type; these are names of kinds.
    const kind = name as keyof typeof files;
    fc.assert(
      fc.property(file, file, (first, second) => {
        let portfolio = MAPLE;
        for (const csv of [first, second]) {
          portfolio = carryOut(portfolio, plan(csv, portfolio, { kind, canCreateUnits: true }));
          const again = plan(csv, portfolio, { kind, canCreateUnits: true });
          expect([again.creates, again.updates]).toEqual([[], []]);
        }
      }),
      { numRuns: 300 },
    );
  });
  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string({ maxLength: 100 }), (bytes, text) => {
        for (const csv of [bytes, text, `Property,Unit,Tenant\n${text}`]) {
          const made = plan(csv, MAPLE);
          expect(made.fileError !== null || made.kind !== null).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('size', () => {
  const rows = Array.from(
    { length: 10_000 },
    (_, i) => `Maple Court,${i},Resident ${i},(423) 555-0${100 + (i % 100)},Spanish`,
  );
  const csv = ['Property,Unit,Tenant,Phone,Language', ...rows].join('\n');
  it('plans 10,000 residents with their units', () => {
    expect(plan(csv, MAPLE, { canCreateUnits: true }).creates).toHaveLength(20_000);
  });
  it('plans 10,000 responders, and says of each of 10,000 rows that its property is unknown', () => {
    const people = Array.from({ length: 10_000 }, (_, i) => `P${i},Acme,+1${400 + (i % 500)}${2_000_000 + i}`);
    const made = plan(['Name,Company Name,Phone', ...people].join('\n'));
    const wrong = plan(['Property,Unit', ...people.map((_, i) => `Mapel ${i},1`)].join('\n'), MAPLE);
    expect([made.creates.length, wrong.rowErrors.length]).toEqual([10_000, 10_000]);
  });
});

describe('on a worker thread', () => {
  const inFolder = async (run: (folder: string) => Promise<void>): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-import-'));
    const store = openStore(folder);
    try {
      store.write.transact(() => {
        const by = { at: 0, by: { kind: 'core' } } as const;
        for (const row of MAPLE.properties) putRow(store.write, 'property', row, by);
        for (const row of MAPLE.units) putRow(store.write, 'unit', row, by);
      });
      await run(folder);
    } finally {
      store.close();
      rmSync(folder, { recursive: true });
    }
  };
  const rowsOf = async (made: PlannedImport): Promise<readonly PlannedRow[]> => {
    const rows: PlannedRow[] = [];
    for await (const piece of made.rows()) rows.push(...piece);
    return rows;
  };
  const people = Array.from({ length: 130 }, (_, i) => `Maple Court,${i},Resident ${i}\nElm,${i},Nobody ${i}`);
  const csv = ['Property,Unit,Tenant', 'Maple Court,14B,Ann', ...people].join('\n');
  const input = { kind: 'auto', csv, defaults: DEFAULTS, canCreateUnits: true } as const;

  it('gives the same plan against what is on file: its first rows to look at, all of them to carry out', () =>
    inFolder(async (folder) => {
      const made = await planInThread({ ...input, folder });
      const whole = planImport({ ...input, existing: MAPLE });
      expect(made.preview).toEqual(previewOf(whole));
      expect([made.preview.counts, made.preview.creates.length]).toEqual([
        { creates: 261, updates: 0, rowErrors: 130, warnings: 0 },
        50,
      ]);
      expect(await rowsOf(made)).toEqual(whole.creates.map(({ entity, row }) => ({ entity, row })));
      await made.drop();
    }));

  it('ends when nobody takes the rows', () =>
    inFolder(async (folder) => {
      const made = await planInThread({ ...input, folder });
      await made.drop();
      expect(await rowsOf(made)).toEqual([]);
    }));

  it('makes a sentence of a job that cannot cross, and of a thread that breaks', () =>
    inFolder(async (folder) => {
      const sentence = { en: expect.stringMatching(/nothing was changed/) };
      // A function cannot cross to another thread, so the message itself fails.
      const unclonable = { ...input, folder, kind: 'units', defaults: { ...DEFAULTS, extra: () => 1 } } as const;
      expect((await planInThread(unclonable)).preview).toMatchObject({ kind: 'units', fileError: sentence });
      const missing = await planInThread({ ...input, folder: join(folder, 'nowhere') });
      expect(missing.preview).toMatchObject({ kind: null, fileError: sentence });
    }));
});

describe('the group of a property', () => {
  it('comes from its column, in either language; an empty cell leaves what is on file', () => {
    const made = carryOut(NOTHING, plan('Property Name,Address,Group\nMaple Court,1 Maple St,North  side\n'));
    expect(made.properties[0]?.group).toBe('North side');
    const again = plan('Propiedad,Dirección,Grupo de propiedades\nMaple Court,1 Maple St,\n', made);
    expect([again.updates, again.unchanged]).toEqual([[], 1]);
    const moved = plan('Propiedad,Dirección,Grupo\nMaple Court,1 Maple St,Sur\n', made);
    expect(moved.updates[0]?.after).toMatchObject({ group: 'Sur' });
  });

  it('has a name of 80 characters at most', () => {
    expect(errorsOf(plan(`Property Name,Address,Group\nMaple Court,1,${'x'.repeat(81)}\n`))).toEqual([
      [2, 'Group', 'The name of a group has at most 80 characters.'],
    ]);
  });
});

describe('where a property is, for the weather', () => {
  it('reads one column, or one each for latitude and longitude; empty cells keep what is on file', () => {
    const rows = 'Property Name,Coordinates,Weather Zone\nMaple Court,"41.8781, -87.6298",\nElm House,,ilz104\n';
    const made = carryOut(NOTHING, plan(rows));
    expect(made.properties).toMatchObject([
      { name: 'Maple Court', coordinates: { lat: 41.8781, lon: -87.6298 } },
      { name: 'Elm House', weatherZone: 'ILZ104' },
    ]);
    expect(plan('Property Name,Latitude,Longitude\nMaple Court,,\n', made).updates).toEqual([]);
    const moved = plan('Propiedad,Latitud,Longitud,Zona horaria\nMaple Court,41.9,-87.7,\n', made);
    expect(moved.updates[0]?.after).toMatchObject({ coordinates: { lat: 41.9, lon: -87.7 } });
  });

  it('says which cell is no place', () => {
    const bad = plan('Property Name,Address,Latitude,Longitude,Weather Zone\nMaple Court,1,41.9,,Cook County\n');
    expect(errorsOf(bad).map(([, column]) => column)).toEqual(['Weather Zone', 'Latitude']);
  });
});
