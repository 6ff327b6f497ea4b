import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
/** Folders that hold no mechanism: tools for tests, and the audit from outside. */
const others = new Set(['testing', 'audit', 'node_modules']);
const mechanisms = readdirSync(here, { withFileTypes: true })
	.filter((entry) => entry.isDirectory() && !others.has(entry.name))
	.map((entry) => entry.name);

it('knows the mechanisms', () => {
	const known = ['bernoulli-exp', 'discrete-laplace', 'discrete-gaussian', 'consecutive-periods'];
	expect(mechanisms).toEqual(expect.arrayContaining(known));
});

describe.each(mechanisms)('mechanism %s', (name) => {
	it.each(['.ts', '.test.ts', '.laws.test.ts', '.md'])('has its %s file', (ending) => {
		expect(existsSync(`${here}${name}/${name}${ending}`)).toBe(true);
	});

	it('states a claim, on what it rests and why it holds', () => {
		const sections = readFileSync(`${here}${name}/${name}.md`, 'utf8').split(/^## /m).slice(1);
		const texts = new Map(sections.map((s) => [s.slice(0, s.indexOf('\n')).trim(), s.slice(s.indexOf('\n')).trim()]));
		for (const title of ['Statement', 'Assumptions', 'Proof']) {
			expect(texts.get(title)?.length ?? 0, `${name}.md needs a section ${title}`).toBeGreaterThan(80);
		}
	});

	it('is named by its code', () => {
		const code = readdirSync(`${here}${name}`).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
		const text = code.map((file) => readFileSync(`${here}${name}/${file}`, 'utf8')).join('\n');
		expect(text).toContain(`${name}.md`);
	});
});

it('uses no randomness but entropy.ts, no clock and nothing from outside the package', () => {
	const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
		(file) => file.endsWith('.ts') && !file.endsWith('.test.ts')
	);
	expect(files.length).toBeGreaterThan(8);
	for (const file of files) {
		const text = readFileSync(here + file, 'utf8');
		expect(text, file).not.toMatch(/Math\.random|Date\.now|new Date|performance\.|process\./);
		if (file !== 'entropy.ts') expect(text, file).not.toMatch(/getRandomValues|node:|\bcrypto\b/);
		for (const [, from] of text.matchAll(/from '([^']+)'/g)) expect(from, file).toMatch(/^\.\.?\//);
		if (!file.startsWith('testing')) expect(text, file).not.toContain('/testing/');
	}
});
