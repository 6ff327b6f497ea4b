import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readBundle, writeBundle } from './bundle.ts';
import type { BundleContent } from './content.ts';
import { exampleContent, exampleSigner, publicKeyText } from './testing/example.ts';

const home = mkdtempSync(join(tmpdir(), 'voorzicht-readme-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
let folder = '';
beforeEach(() => {
	folder = join(mkdtempSync(join(home, 't-')), 'bundle');
});

async function readme(content: BundleContent): Promise<string> {
	await writeBundle(folder, content, exampleSigner());
	return readFileSync(join(folder, 'README.txt'), 'utf8');
}

describe('the first lines say which version this is', () => {
	it('of a first and final release', async () => {
		const text = await readme(exampleContent());
		expect(text).toContain('\nStatus: definitief');
		expect(text).toContain('\nVervangt: niets; dit is de eerste vrijgave');
		expect(text).toContain("\nIndeling in regio's: regions.csv\n");
		expect(text).toContain('\nGrootboek: post 7, afgeschreven op 2026-11-22T12:00:00.000Z\n');
		expect(text).toContain('\nGemaakt met: voorzicht 0.1.0\n');
	});

	it('of a provisional one that replaces another, and so does the manifest', async () => {
		const content = exampleContent();
		const { specification } = content;
		const revisionOf = { entry: 4, manifest: 'c'.repeat(64) };
		const text = await readme({
			...content,
			specification: { ...specification, spec: { ...specification.spec, status: 'provisional' }, regionVintage: null },
			definitions: [{ id: 'low-income', version: '1' }],
			revisionOf
		});
		expect(text).toContain('\nStatus: voorlopig');
		expect(text).toContain(
			`\nVervangt: de vrijgave van post 4 van het grootboek; sha256 van manifest.json:\n  ${'c'.repeat(64)}\n`
		);
		expect(text).toContain("\nIndeling in regio's: geen\n");
		expect(text).toContain('\nDefinities: low-income versie 1\n');
		expect((await readBundle(folder)).manifest).toMatchObject({ revisionOf, spec: { status: 'provisional' } });
	});
});

it('a bundle of before there were signatures, revisions and statuses is read as it always was', async () => {
	await readme(exampleContent());
	const file = join(folder, 'manifest.json');
	const { revisionOf, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as {
		revisionOf: null;
		spec: { status?: string; budget: { programme?: string } };
	};
	delete manifest.spec.status;
	delete manifest.spec.budget.programme;
	writeFileSync(file, JSON.stringify(manifest));
	rmSync(join(folder, 'signature.json'));
	const bundle = await readBundle(folder);
	expect(bundle.manifest).toMatchObject({ revisionOf, spec: { status: 'final' } });
	expect(bundle.signature).toBeNull();
	expect(bundle.noisy).toEqual(exampleContent().noisy);
});

it('tells which rules hold in the bundle, which one does not, and which hold for what is shown', async () => {
	const text = await readme(exampleContent());
	const parts = ['Door de manier waarop', 'geldt in deze map niet?', 'daarna van wordt getoond?', 'zelf nagaan?'];
	const places = parts.map((part) => text.indexOf(part));
	expect(places).not.toContain(-1);
	expect(places).toEqual(places.toSorted((a, b) => a - b));
	const [byMaking, notHere, shown] = places.map((place, i) => text.slice(place, places[i + 1]));
	expect(byMaking).toMatch(/gehele getallen[^]*Elke cel[^]*geen minimum, maximum[^]*geen sleutels/);
	expect(notHere).toMatch(/De ondergrens van 10 per cel/);
	expect(shown).toMatch(/De noemer is na ruis ten minste 20[^]*De ruis is klein genoeg[^]*Aan beide kanten/);
});

const [shell, openssl] = ['sh', 'openssl'].map((program) => {
	try {
		return execFileSync(program, program === 'sh' ? ['-c', 'echo yes'] : ['version'], { encoding: 'utf8' });
	} catch {
		return '';
	}
});

it.runIf(shell === 'yes\n' && /^OpenSSL [3-9]/.test(openssl!))(
	'its own lines verify the signature with openssl, and refuse a changed bundle',
	async () => {
		const lines = (await readme(exampleContent()))
			.split('\n')
			.filter((line) => /^ {2}(printf|sed|openssl) /.test(line));
		expect(lines).toHaveLength(4);
		const run = () => execFileSync('sh', ['-c', lines.join('\n')], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
		writeFileSync(join(folder, '..', 'maker.pem'), publicKeyText(exampleSigner()));
		expect(run()).toMatch(new RegExp(`Signature Verified Successfully[^]*${exampleSigner().fingerprint}`));
		cpSync(join(folder, 'README.txt'), join(folder, 'manifest.json'));
		expect(() => run()).not.toThrow();
		expect(run()).not.toContain('Verified Successfully');
	}
);
