import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { measureRelease } from '../pipeline.ts';
import { Random } from '../synthetic/random.ts';
import { countsAndSums, series } from './faults/targets.ts';
import { TableInventor } from './invented/table.ts';
import { planOf, shortPath } from './path.ts';
import { listening, type Recording } from './recording.ts';
import { runRelease } from './run.ts';
import { Tape } from './tape.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-path-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
	['counts and sums', countsAndSums],
	['a series', series]
])('the short path is the part of a whole release from the charge to the answer: %s', async (_name, make) => {
	const specification = make();
	const inventor = new TableInventor(specification, planOf(specification), join(folder, 'rows.csv'), new Random(1, 0));
	inventor.write(Array.from({ length: 8 }, () => inventor.unit()));
	const tape = new Tape();
	const [short, whole] = await listening(async () => [
		await runRelease(shortPath(), specification, inventor.place, tape),
		await runRelease(measureRelease, specification, inventor.place, tape)
	]);
	expect(whole!.outcome).toBe('released');
	expect(whole!.noisy).toEqual(short!.noisy);
	expect(whole!.charges[0]!.rho).toBe(short!.charges[0]!.rho);
	const afterCharge = ({ events }: Recording) => {
		const own = events.filter(({ kind }) => kind !== 'step');
		return own.slice(own.findIndex(({ kind }) => kind === 'charge') + 1);
	};
	expect(afterCharge(whole!)).toEqual(afterCharge(short!));
	expect([...whole!.bundle!.keys()]).toContain('manifest.json');
});
