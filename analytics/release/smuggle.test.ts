import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../errors.ts';
import { readBundle, writeBundle } from './bundle.ts';
import { exampleContent, exampleSigner } from './testing/example.ts';

// Lock 6: only listed files and columns leave. Here somebody who can edit a bundle tries to get more out with it; with
// `edit` also somebody who knows how to put the hashes right again.
const home = mkdtempSync(join(tmpdir(), 'voorzicht-smuggle-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const original = join(home, 'original');
beforeAll(() => writeBundle(original, exampleContent(), exampleSigner()));
let folder = '';
beforeEach(() => {
	folder = join(mkdtempSync(join(home, 't-')), 'bundle');
	cpSync(original, folder, { recursive: true });
});

const path = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(path(name), 'utf8');
const AGE = 'measurements/all.age.csv';
const BIG = 'measurements/gemeente.kind.poor.csv';

interface LooseManifest {
	files: Record<string, string>;
	plan: { tables: Record<string, unknown>[] };
	[key: string]: unknown;
}

/** Changes the manifest as it stands in its file. */
function editManifest(change: (manifest: LooseManifest) => unknown): void {
	const manifest = JSON.parse(text('manifest.json')) as LooseManifest;
	change(manifest);
	writeFileSync(path('manifest.json'), JSON.stringify(manifest));
}

/** Writes a file and puts its hash into the manifest. */
function edit(name: string, content: string): void {
	writeFileSync(path(name), content);
	editManifest((manifest) => (manifest.files[name] = createHash('sha256').update(content).digest('hex')));
}

async function refused(message: RegExp): Promise<void> {
	const error: unknown = await readBundle(folder).catch((fault: unknown) => fault);
	expect(error).toBeInstanceOf(InputError);
	expect((error as Error).message).toMatch(message);
	expect((error as Error).message.trim()).not.toContain('\n');
}

it('the bundle that is tampered with below is a good one', async () => {
	await expect(readBundle(folder)).resolves.toMatchObject({ manifest: { id: 'example' } });
});

describe('no other file leaves', () => {
	it('beside the listed ones', async () => {
		writeFileSync(path('people.csv'), 'rin,income\n');
		await refused(/^people\.csv is in the folder but not in manifest\.json/);
	});
	it('hidden, or in the folder of the measurements', async () => {
		writeFileSync(path('measurements/.cache'), 'x');
		await refused(/^measurements\/\.cache is in the folder but not/);
	});
	it('that the manifest lists, but no table needs', async () => {
		edit('people.csv', 'rin,income\n');
		await refused(/manifest\.json: files: people\.csv does not belong/);
	});
	it('as a table that was not planned', async () => {
		edit('measurements/gemeente.age.csv', text(AGE));
		await refused(/manifest\.json: files: measurements\/gemeente\.age\.csv does not belong/);
	});
	it('outside the folder, by a path that climbs', async () => {
		const outside = 'rin,income\n';
		writeFileSync(path('../outside.csv'), outside);
		editManifest((m) => (m.files['../outside.csv'] = createHash('sha256').update(outside).digest('hex')));
		await refused(/\.\.\/outside\.csv is in manifest\.json but not in the folder/);
	});
	it('in another folder, or through a link', async () => {
		mkdirSync(path('extra'));
		await refused(/^extra does not belong in a bundle/);
		rmSync(path('extra'), { recursive: true });
		rmSync(path('README.txt'));
		symlinkSync('/etc/hostname', path('README.txt'));
		await refused(/^README\.txt does not belong in a bundle/);
	});
	it('under the name of one that is listed', async () => {
		writeFileSync(path('README.txt'), 'rin,income\n');
		await refused(/^README\.txt has changed since the bundle was written/);
	});
});

describe('no other column leaves', () => {
	it('in the header', async () => {
		edit(AGE, text(AGE).replace('age,noisy_count', 'age,noisy_count,minimum'));
		await refused(/^measurements\/all\.age\.csv, line 1: the header must be "age,noisy_count"/);
	});
	it('under another name', async () => {
		edit(AGE, text(AGE).replace('noisy_count', 'count'));
		await refused(/line 1: the header/);
	});
	it('in the rows only', async () => {
		edit(AGE, text(AGE).replace('18+,2', '18+,2,17'));
		await refused(/all\.age\.csv, line 3: the noisy count is not a whole number/);
	});
	it.each(['attributes.csv', 'regions.csv'])('in %s', async (name) => {
		edit(name, text(name).replaceAll(/(?<!two)\n/g, ',1\n'));
		await refused(new RegExp(`^${name}: its header must be`));
	});
	it.each(['attributes.csv', 'regions.csv'])('in one row of %s', async (name) => {
		edit(name, `${text(name)}a,b,c,d,e,f,g\n`);
		await refused(new RegExp(`^${name} is not a valid csv file`));
	});
	it('in the manifest', async () => {
		editManifest((m) => (m['exact'] = [1, 2, 3]));
		await refused(/^manifest\.json: .*exact/);
	});
});

describe('no other value leaves', () => {
	it.each([
		'2.5',
		'2.0',
		'1e3',
		'+2',
		'02',
		'-0',
		'',
		' 2',
		'2 ',
		'NaN',
		'Infinity',
		'0x10',
		'2\r',
		'"2"',
		'９',
		'9007199254740993',
		'=1+1'
	])('as a count: "%s"', async (value) => {
		edit(AGE, text(AGE).replace('18+,2\n', `18+,${value}\n`));
		await refused(/^measurements\/all\.age\.csv, line 3: the noisy count is not a whole number/);
	});
	it('as a very long line, or after the last cell', async () => {
		edit(AGE, text(AGE).replace('18+,2\n', `18+,${'2'.repeat(1e6)}\n`));
		await refused(/line 3: the noisy count is not a whole number/);
		edit(AGE, `age,noisy_count\n0-<18,5\n18+,2\nunknown,-1\n\n`);
		await refused(/line 5: the file has more lines than the table has cells/);
	});
	it('as a code that is not in the public list', async () => {
		edit(AGE, text(AGE).replace('18+', '37'));
		await refused(/line 3: the cell "18\+," belongs here/);
	});
	it('by leaving a cell out', async () => {
		edit(AGE, text(AGE).replace('18+,2\n', ''));
		await refused(/line 3: the cell "18\+," belongs here/);
		edit(AGE, text(AGE).replace('unknown,-1\n', ''));
		await refused(/line 3: the cell "18\+,"|the file stops before the cell/);
		edit(AGE, 'age,noisy_count\n0-<18,5\n18+,2\n');
		await refused(/line 4: the file stops before the cell "unknown,"/);
		edit(AGE, '');
		await refused(/line 1: the header must be/);
	});
	it('by giving a cell twice', async () => {
		edit(AGE, text(AGE).replace('18+,2\n', '18+,2\n18+,2\n'));
		await refused(/line 4: the cell "unknown," belongs here/);
	});
	it('by a code with a line end in it, and the message is one line still', async () => {
		edit(BIG, text(BIG).replace('"two\nlines"', 'two lines'));
		await refused(/the cell "GM1,"two lines",yes," belongs here/);
	});
	it('by the order of the cells', async () => {
		edit(AGE, 'age,noisy_count\n18+,2\n0-<18,5\nunknown,-1\n');
		await refused(/line 2: the cell "0-<18," belongs here/);
		const [header, ...rows] = text(BIG).split(/(?<!two)\n/);
		edit(BIG, [header, rows[1], rows[0], ...rows.slice(2)].join('\n'));
		await refused(/^measurements\/gemeente\.kind\.poor\.csv, line 2/);
	});
});

describe('no other table leaves', () => {
	it('than the specification and the plan both name', async () => {
		editManifest((m) => m.plan.tables.pop());
		await refused(/plan\.tables: they are not the tables of the specification/);
	});
	it('under the name of a planned one', async () => {
		editManifest((m) => m.plan.tables.reverse());
		await refused(/plan\.tables\[0\]: it is not table gemeente\.kind\.poor/);
	});
	it('with a number of cells of its own', async () => {
		editManifest((m) => (m.plan.tables[0]!['cells'] = 55));
		await refused(/plan\.tables\[0\]: table gemeente\.kind\.poor has 54 cells/);
	});
	it('by an attribute or level that nobody declared', async () => {
		editManifest((m) => ((m['spec'] as { tables: object[] }).tables[2] = { by: ['income'] }));
		await refused(/spec\.tables\[2\]\.by: income is not an attribute/);
		editManifest((m) => ((m['spec'] as { tables: object[] }).tables[2] = { level: 'wijk', by: [] }));
		await refused(/spec\.tables\[2\]\.level: wijk is not a level/);
	});
	it.each([
		['unit', { kind: 'person', contribution: 2 }, /unit: the specification and the plan/],
		['period', '2022', /period: it is not the period/],
		['id', 'other', /id: the specification and the plan/]
	])('under another %s', async (key, value, message) => {
		editManifest((m) => (m[key] = value));
		await refused(message);
	});
});

describe('what is no bundle', () => {
	it.each(['README.txt', 'attributes.csv', 'regions.csv', AGE])('lacks %s', async (name) => {
		rmSync(path(name));
		await refused(/is in manifest\.json but not in the folder/);
		editManifest((m) => delete m.files[name]);
		await refused(/manifest\.json: files: .* is missing/);
	});
	it('lacks its manifest, or has a broken one', async () => {
		writeFileSync(path('manifest.json'), '{"format":');
		await refused(/manifest\.json is not valid JSON/);
		writeFileSync(path('manifest.json'), '{"format":2}');
		await refused(/^manifest\.json: format: /);
		rmSync(path('manifest.json'));
		await refused(/holds no manifest\.json/);
	});
	it('does not exist, or is a file', async () => {
		rmSync(folder, { recursive: true });
		await refused(/is not a folder with a release bundle/);
		writeFileSync(folder, 'x');
		await refused(/is not a folder with a release bundle/);
	});
	it('has positions, codes or regions that do not fit together', async () => {
		const [attributes, regions] = [text('attributes.csv'), text('regions.csv')];
		edit('attributes.csv', attributes.replace('poor,1,no', 'poor,2,no'));
		await refused(/^attributes\.csv: the positions of poor/);
		edit('attributes.csv', attributes.replace('poor,1,no', 'poor,1,yes'));
		await refused(/^attributes\.csv: a code of poor is there twice/);
		edit('attributes.csv', `${attributes}income,0,1,1,1\n`);
		await refused(/^attributes\.csv: it lists an attribute that is not in the specification/);
		edit('attributes.csv', attributes);
		edit('regions.csv', regions.replace('GM1,NL,', 'GM1,XX,'));
		await refused(/^regions\.csv: region GM1 has parent XX/);
	});
});
