import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { InputError, OutsideFaultError } from '../errors.ts';
import { readBundle, writeBundle } from './bundle.ts';
import { csvLine } from './csv.ts';
import { exampleContent, exampleSigner } from './testing/example.ts';

const home = mkdtempSync(join(tmpdir(), 'voorzicht-bundle-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
let folder = '';
beforeEach(() => {
	folder = join(mkdtempSync(join(home, 't-')), 'out', 'bundle');
});
const text = (path: string) => readFileSync(join(folder, path), 'utf8');

describe('a bundle', () => {
	it('read back has the same tables, domain and facts, without the specification or its files', async () => {
		const content = exampleContent();
		await writeBundle(folder, content, exampleSigner());
		const bundle = await readBundle(folder);
		expect(bundle.folder).toBe(folder);
		expect(bundle.noisy).toEqual(content.noisy);
		expect(bundle.domain.attributes).toEqual(content.specification.domain.attributes);
		expect(bundle.domain.tables).toEqual(content.specification.domain.tables);
		expect(bundle.domain.region?.tree.regions).toEqual(content.specification.domain.region?.tree.regions);
		expect(bundle.domain.region?.column).toBe('gem');
		expect(bundle.manifest.plan).toEqual(content.plan);
		expect(bundle.manifest.ledger).toEqual(content.ledger);
		expect(bundle.hash).toBe(
			createHash('sha256')
				.update(readFileSync(join(folder, 'manifest.json')))
				.digest('hex')
		);
	});

	it('holds these files and no others, and each is what the manifest says', async () => {
		await writeBundle(folder, exampleContent(), exampleSigner());
		const files = readdirSync(folder, { recursive: true }).map(String).sort();
		expect(files).toEqual([
			'README.txt',
			'attributes.csv',
			'manifest.json',
			'measurements',
			'measurements/all.age.csv',
			'measurements/all.csv',
			'measurements/gemeente.kind.poor.csv',
			'regions.csv',
			'signature.json'
		]);
		const { manifest } = await readBundle(folder);
		for (const [path, hash] of Object.entries(manifest.files))
			expect(createHash('sha256').update(text(path)).digest('hex')).toBe(hash);
		expect(readdirSync(join(folder, '..'))).toEqual(['bundle']);
	});

	it('has one line per cell of the public domain, in order, which any csv reader understands', async () => {
		await writeBundle(folder, exampleContent(), exampleSigner());
		const [header, ...rows] = parse(text('measurements/gemeente.kind.poor.csv'), { columns: false });
		expect(header).toEqual(['region', 'kind', 'poor', 'noisy_count']);
		expect(rows).toHaveLength(3 * 6 * 3);
		expect(rows[0]).toEqual(['GM1', 'a, b', 'yes', '5']);
		expect(rows[12]).toEqual(['GM1', 'é', 'yes', '-31']);
		expect(rows[18]).toEqual(['GM 2', 'a, b', 'yes', '-49']);
		expect(rows[53]).toEqual(['unknown', 'unknown', 'unknown', '-154']);
		expect(text('measurements/all.csv')).toBe('noisy_count\n5\n');
		expect(text('measurements/all.age.csv')).toBe('age,noisy_count\n0-<18,5\n18+,2\nunknown,-1\n');
		expect(text('attributes.csv')).toContain(
			'kind,4,é,met accent,accented\nkind,5,unknown,onbekend,unknown\npoor,0,yes,ja,yes\n'
		);
		expect(text('regions.csv')).toContain('GM1,NL,"\'s-Gravenhage, stad",gemeente\n');
	});

	it('tells the human checker in Dutch what it is, and how much noise each table has', async () => {
		await writeBundle(folder, exampleContent(), exampleSigner());
		const readme = text('README.txt');
		for (const part of ['Periode: 2023', 'ten hoogste 2 rijen', 'post 7 ', 'geen minimum, maximum', 'rho = 0,1 '])
			expect(readme).toContain(part);
		expect(readme).toContain(
			'- measurements/all.age.csv: 3 cellen; ruis met standaardafwijking 5,774 (variantie 100/3).'
		);
	});

	it('tells the checker no cost below what it is, and speaks of persons and households in good Dutch', async () => {
		const content = exampleContent();
		const { spec } = content.specification;
		const person = { ...content.specification, spec: { ...spec, unit: { ...spec.unit, kind: 'person' as const } } };
		await writeBundle(folder, content, exampleSigner());
		expect(text('README.txt')).toContain('\néén bepaald huishouden in de gegevens');
		await writeBundle(
			`${folder}-2`,
			{
				...content,
				specification: person,
				plan: { ...content.plan, unit: { kind: 'person', contribution: 2 }, rho: 0.123_41, epsilon: 3.100_01 }
			},
			exampleSigner()
		);
		folder += '-2';
		expect(text('README.txt')).toContain('rho = 0,1235 (zCDP). Dat is epsilon = 3,101 bij');
		expect(text('README.txt')).toContain('(elke persoon telt mee in');
		expect(text('README.txt')).toContain('\néén bepaalde persoon in de gegevens');
		expect(text('README.txt')).not.toContain('Niemand');
	});

	it('keeps the names of the own folders of its maker to itself', async () => {
		await writeBundle(folder, exampleContent(), exampleSigner());
		const manifest = text('manifest.json');
		expect(manifest).toContain('"people.csv"');
		expect(manifest).toContain('"tree": "regions.csv"');
		expect(manifest).not.toMatch(/someone|secret place|trees/);
	});

	it('names the definitions of the catalogue only when they coded the data', async () => {
		const { specification, ...rest } = exampleContent();
		const indicators = ['low-income', 'low-income-inflow', 'of-our-own'].map((id) => ({
			id,
			attribute: 'poor',
			is: ['yes']
		}));
		const spec = { ...specification.spec, source: { kind: 'cbs', classification: 2024 } as const, indicators };
		await writeBundle(folder, { ...rest, specification: { ...specification, spec } }, exampleSigner());
		expect((await readBundle(folder)).manifest.definitions).toEqual([
			{ id: 'low-income', version: '1' },
			// Who comes into a state is counted by the definition of the state.
			{ id: 'low-income-inflow', version: '1' }
		]);
		await writeBundle(`${folder}-2`, exampleContent(), exampleSigner());
		expect((await readBundle(`${folder}-2`)).manifest.definitions).toEqual([]);
	});
});

it('a release without regions has an empty list of them', async () => {
	const { specification, plan, noisy, ...rest } = exampleContent();
	const attributes = Object.fromEntries(
		Object.entries(specification.spec.attributes).filter(([name]) => name !== 'region')
	);
	const spec = { ...specification.spec, attributes, tables: specification.spec.tables.slice(1) };
	const domain = { ...specification.domain, region: null, tables: specification.domain.tables.slice(1) };
	await writeBundle(
		folder,
		{
			...rest,
			specification: { spec, domain, regionVintage: null },
			plan: { ...plan, tables: plan.tables.slice(1) },
			noisy: noisy.slice(1)
		},
		exampleSigner()
	);
	const bundle = await readBundle(folder);
	expect(bundle.domain.region).toBeNull();
	expect(bundle.noisy).toEqual(noisy.slice(1));
	expect(text('regions.csv')).toBe('code,parent,name,level\n');
});

describe('the folder', () => {
	it('with a bundle of the same ledger entry is left as it is', async () => {
		await writeBundle(folder, exampleContent(), exampleSigner());
		const before = statSync(join(folder, 'manifest.json')).mtimeMs;
		await writeBundle(
			folder,
			{ ...exampleContent(), software: { name: 'voorzicht', version: '9.9.9' } },
			exampleSigner()
		);
		expect(statSync(join(folder, 'manifest.json')).mtimeMs).toBe(before);
		expect((await readBundle(folder)).manifest.software.version).toBe('0.1.0');
	});

	it('with anything else is refused and not touched', async () => {
		await writeBundle(folder, exampleContent(), exampleSigner());
		await expect(writeBundle(folder, exampleContent(8), exampleSigner())).rejects.toThrow(InputError);
		expect((await readBundle(folder)).manifest.ledger.entry).toBe(7);
		mkdirSync(`${folder}-2`);
		writeFileSync(join(`${folder}-2`, 'mine.txt'), 'mine');
		await expect(writeBundle(`${folder}-2`, exampleContent(), exampleSigner())).rejects.toThrow(/--out/);
		expect(readdirSync(`${folder}-2`)).toEqual(['mine.txt']);
		await expect(writeBundle(join(`${folder}-2`, 'mine.txt'), exampleContent(), exampleSigner())).rejects.toThrow(
			/is a file/
		);
	});

	it('may exist when it is empty', async () => {
		mkdirSync(folder, { recursive: true });
		await writeBundle(folder, exampleContent(), exampleSigner());
		expect((await readBundle(folder)).manifest.id).toBe('example');
	});

	it('that cannot be made is an outside fault', async () => {
		mkdirSync(join(folder, '..'), { recursive: true });
		writeFileSync(folder, '');
		await expect(writeBundle(join(folder, 'below', 'a-file'), exampleContent(), exampleSigner())).rejects.toThrow(
			/is a file|cannot be written/
		);
		await expect(writeBundle(`${folder}${'x'.repeat(300)}`, exampleContent(), exampleSigner())).rejects.toThrow(
			OutsideFaultError
		);
	});

	it.each<[string, (content: ReturnType<typeof exampleContent>) => ReturnType<typeof exampleContent>]>([
		['a table too few', (c) => ({ ...c, noisy: c.noisy.slice(1) })],
		['a table too many', (c) => ({ ...c, noisy: [...c.noisy, c.noisy[0]!] })],
		['other noise than planned', (c) => ({ ...c, noisy: c.noisy.map((t) => ({ ...t, sigma2: '1/1' })) })],
		['a cell too few', (c) => ({ ...c, noisy: c.noisy.map((t) => ({ ...t, counts: t.counts.slice(1) })) })],
		['half a person', (c) => ({ ...c, noisy: c.noisy.map((t) => ({ ...t, counts: t.counts.map((n) => n + 0.5) })) })],
		['no number', (c) => ({ ...c, noisy: c.noisy.map((t) => ({ ...t, counts: t.counts.fill(NaN) })) })]
	])('stays absent when the content has %s', async (_what, change) => {
		await expect(writeBundle(folder, change(exampleContent()), exampleSigner())).rejects.toThrow(RangeError);
		expect(existsSync(folder)).toBe(false);
		expect(readdirSync(join(folder, '..'))).toEqual([]);
	});
});

it('csv lines of any texts are read back as they were', () => {
	fc.assert(
		fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2 }), (fields) => {
			expect(parse(csvLine(fields), { bom: false })).toEqual([fields]);
		})
	);
});
