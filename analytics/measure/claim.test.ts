import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));

it('the release states its claim, on what it rests, why it holds, and what checks it', () => {
	const sections = readFileSync(`${here}measure.md`, 'utf8').split(/^## /m).slice(1);
	const titles = sections.map((section) => section.slice(0, section.indexOf('\n')).trim());
	expect(titles).toEqual(['Statement', 'Assumptions', 'Proof', 'Checked by']);
	for (const section of sections) expect(section.length).toBeGreaterThan(200);
	for (const [, name] of sections.at(-1)!.matchAll(/`([a-z-]+\.test\.ts)`/g))
		expect(existsSync(here + name), `${name} is named by the claim`).toBe(true);
});

it('the code that makes it names its claim', () => {
	expect(readFileSync(`${here}measure.ts`, 'utf8')).toContain('measure.md');
});
