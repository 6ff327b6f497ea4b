import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Spec } from '../contract/spec.ts';
import { writeBundle } from '../release/bundle.ts';
import { exampleContent, exampleKeyText, exampleSigner, publicKeyText } from '../release/testing/example.ts';
import type { Answer, Context } from './command.ts';
import { registerEstimate } from './estimate.ts';

let folder: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'estimate-'));
	await bundle('plain', undefined);
	await bundle('median', [{ id: 'median-age', quantile: 0.4, of: 'age' }]);
	await bundle('worse', undefined, (q) => (q === 0 ? 1200 : 1250));
	await bundle('worst', undefined, (q) => (q === 0 ? 1200 : 1e9));
	writeFileSync(join(folder, 'pins.csv'), 'value\n1200\n');
	writeFileSync(join(folder, 'trusted.pem'), publicKeyText(exampleSigner()));
	writeFileSync(join(folder, 'other.pem'), publicKeyText(exampleSigner(2)));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** @param total by table: sum of its cells; the tables fit together when all are equal */
async function bundle(name: string, statistics: Spec['statistics'], total = (_table: number) => 1200): Promise<void> {
	const content = exampleContent();
	const { specification, noisy } = content;
	const spec = statistics === undefined ? specification.spec : { ...specification.spec, statistics };
	const counts = (length: number, table: number) => Float64Array.from({ length }, () => total(table) / length);
	await writeBundle(
		join(folder, name),
		{
			...content,
			specification: { ...specification, spec },
			noisy: noisy.map((table, q) => ({ ...table, counts: counts(table.counts.length, q).map(Math.round) }))
		},
		exampleSigner()
	);
}

/** Runs the command in the folder; what it writes to stdout by itself comes with its answer. */
function estimate(...args: string[]) {
	return estimateWith({ VOORZICHT_TRUSTED_KEYS: 'trusted.pem' }, ...args);
}

async function estimateWith(
	env: Context['env'],
	...args: string[]
): Promise<{ answer: Answer | null; stdout: string; said: string[] }> {
	let answer: Answer | null = null;
	let stdout = '';
	const said: string[] = [];
	const context = {
		cwd: folder,
		env,
		progress: { say: (line: string) => void said.push(line) },
		write: async (text: string) => {
			stdout += text;
		}
	} as unknown as Context;
	const program = new Command();
	registerEstimate(program, context, (run) => async (...given) => {
		answer = await run(...given);
	});
	program.commands[0]!.option('--json');
	await program.parseAsync(['node', 'voorzicht', 'estimate', ...args]);
	return { answer, stdout, said };
}

it('writes the statistics of the specification, and answers them as JSON', async () => {
	const { answer, stdout } = await estimate('median', '--statistics', 'statistics.csv');
	const rows = readFileSync(join(folder, 'statistics.csv'), 'utf8').trim().split('\n');
	expect(rows[0]).toBe('statistic,region,attribute,code,value,lower,upper,reliability');
	expect(rows[1]).toMatch(/^median-age,NL,,,14\.4\d*,0,18,C$/);
	expect(rows).toHaveLength(2);
	expect(answer!.text).toMatch(
		/^Wrote the statistics to .*statistics\.csv: 1 value\. The signature of the bundle is good\. The tables fit/
	);
	expect(answer!.json).toMatchObject({ statistics: [{ statistic: 'median-age', region: 'NL', lower: 0, upper: 18 }] });
	expect(stdout).toBe('');
});

it('the estimates go to stdout, to a file, or into the JSON answer', async () => {
	const { answer, stdout } = await estimate('plain');
	expect(answer).toBeNull();
	expect(stdout).toMatch(/^table,region,kind,poor,age,estimate,se\n/);
	const both = await estimate('median', '--out', 'out.csv', '--statistics', 'statistics.csv');
	expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe(stdout);
	expect(both.answer!.text).toMatch(/^Wrote the estimates to .*out\.csv\. Wrote the statistics to /);
	expect((await estimate('plain', '--json')).answer!.json).toMatchObject({ csv: stdout });
});

it.each([
	[['plain', '--statistics', 's.csv'], /release example has no statistics\. Add them to its specification/],
	[['median', '--statistics', 'nowhere/s.csv'], /--statistics .*s\.csv is no place for a file/],
	[['median', '--statistics', 'x.csv', '--out', './x.csv'], /name the same file/]
])('refuses %j', async (args, message) => {
	await expect(estimate(...args)).rejects.toThrow(message);
});

it('says clearly when the tables cannot come from their noise, also beside estimates on stdout', async () => {
	const well = await estimate('plain', '--out', 'x.csv');
	expect(well.answer!.text).toMatch(
		/The tables fit together as their noise says with p = [\d.]+ \(chi-square [\d.]+ on /
	);
	const worse = await estimate('worse', '--out', 'x.csv', '--pin', 'pins.csv');
	expect(worse.answer!.text).toMatch(
		/The tables do NOT fit together as their noise says, with p = \d\.\de-\d+ .*: a file of the bundle or a pin is wrong\.$/
	);
	const worst = await estimate('worst', '--out', 'x.csv');
	expect(worst.answer!.text).toMatch(
		/do NOT fit .*, with p < 1e-300 \(chi-square \d\.\d\de\+\d+ on \d+ degrees of freedom\): a file of the bundle is wrong\.$/
	);
	expect((await estimate('worst')).said).toEqual([expect.stringContaining('do NOT fit')]);
	expect((await estimate('plain')).said).toEqual([]);
});

describe('the signature', () => {
	it('is verified, and said to be', async () => {
		expect((await estimate('plain', '--json')).answer!.json).toMatchObject({ signature: 'verified' });
	});

	it('is not needed to read a bundle without knowing any key, but then that is said', async () => {
		const { answer } = await estimateWith({}, 'plain', '--out', 'x.csv', '--json');
		expect(answer!.json).toMatchObject({ signature: 'unknown-key' });
		expect(answer!.text).toContain('The signature of the bundle was not verified: name a file with the public key of');
		expect((await estimateWith({}, 'plain')).said).toEqual([expect.stringContaining('was not verified')]);
		cpSync(join(folder, 'plain'), join(folder, 'unsigned'), { recursive: true });
		rmSync(join(folder, 'unsigned', 'signature.json'));
		expect((await estimateWith({}, 'unsigned')).said).toEqual(['The bundle is not signed.']);
	});

	it('of another key, or none, is refused by whoever names the keys that count', async () => {
		const other = { VOORZICHT_TRUSTED_KEYS: 'other.pem' };
		await expect(estimateWith(other, 'plain')).rejects.toThrow(/is signed with key [0-9a-f]{64}, which is not trusted/);
		await expect(estimate('unsigned')).rejects.toThrow(/has no signature\.json/);
	});

	it('that a known key did not make is refused, also by whoever names none', async () => {
		cpSync(join(folder, 'plain'), join(folder, 'swapped'), { recursive: true });
		cpSync(join(folder, 'worse', 'signature.json'), join(folder, 'swapped', 'signature.json'));
		const own = exampleKeyText();
		await expect(estimateWith({ VOORZICHT_SIGNING_KEY: own }, 'swapped')).rejects.toThrow(
			/^signature\.json is not the signature of this manifest\.json/
		);
		expect((await estimateWith({ VOORZICHT_SIGNING_KEY: own }, 'plain')).said).toEqual([]);
	});
});
