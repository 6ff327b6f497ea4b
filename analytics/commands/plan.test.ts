import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, expect, it } from 'vitest';
import type { Plan } from '../contract/plan.ts';
import type { SpecInput } from '../contract/spec.ts';
import type { Answer, Context } from './command.ts';
import { registerPlan } from './plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'plan-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function plan(spec: Pick<SpecInput, 'budget'> & Partial<SpecInput>): Promise<{ plan: Plan; text: string }> {
	const file = join(folder, 'spec.json');
	const base = { id: 'p', unit: { kind: 'person' }, attributes: { age: { column: 'age', bins: [0, 18] } } };
	writeFileSync(file, JSON.stringify({ ...base, tables: [{ by: [] }, { by: ['age'] }], ...spec }));
	let answer: Answer | null = null;
	const program = new Command();
	registerPlan(program, {} as Context, (run) => async (...given) => {
		answer = await run(...given);
	});
	await program.parseAsync(['node', 'voorzicht', 'plan', file]);
	const { json, text } = answer! as Answer;
	return { plan: json as Plan, text };
}

it.each([
	['0.1', 'rho 0.1,'],
	['1000', 'rho 1000,'],
	['1e-9', 'rho 1e-9,'],
	['1/3', 'rho 0.333334 (exactly 33333333333/100000000000),'],
	['9027795833/50000000000', 'rho 0.180556 (exactly 9027795833/50000000000),']
])(
	'tells a rho of %s as a decimal, never below what is charged, and that exactly when it is longer',
	async (rho, told) => {
		expect((await plan({ budget: { rho } })).text).toContain(told);
	}
);

it.each(['1e-9', '0.1', '0.07', '3', '250'])('with rho %s, no cost or error is told below what it is', async (rho) => {
	const { plan: made, text } = await plan({ budget: { rho } });
	const epsilon = Number(/epsilon (\S+) at/.exec(text)![1]);
	expect(epsilon).toBeGreaterThan(0);
	expect(epsilon).toBeGreaterThanOrEqual(made.epsilon);
	expect(epsilon).toBeLessThanOrEqual(made.epsilon * 1.001);
	for (const { id, variance, halfWidth95 } of made.tables) {
		const [, told, half] = new RegExp(`^${id} +\\d+ +(\\S+) +\\+-(\\S+)$`, 'm').exec(text)!;
		expect(Number(told)).toBeGreaterThanOrEqual(variance.max);
		expect(Number(told)).toBeLessThanOrEqual(variance.max * 1.001);
		expect(Number(half)).toBeGreaterThanOrEqual(halfWidth95);
		expect(Number(half)).toBeLessThanOrEqual(halfWidth95 * 1.01);
	}
});

const target =
	/Its value is the largest variance against the square of its target: at 1 every target is just reached\./;
const reach = /In its value a sum counts in units of its reach/;
const sums = {
	amounts: { debt: { column: 'debt', from: 0, to: 1000 } },
	tables: [{ by: ['age'] }, { by: ['age'], sum: 'debt' }]
};

it('tells what the value of the objective means, where that is no variance of counts', async () => {
	const [counts, targets, summed] = [
		await plan({ budget: { rho: '0.1' } }),
		await plan({ budget: {}, tables: [{ by: [] }, { by: ['age'], target: 3 }] }),
		await plan({ budget: { rho: '0.1' }, ...sums })
	];
	expect(counts.text).toContain('no Gaussian linear mechanism does better than');
	expect(counts.text).not.toMatch(target);
	expect(counts.text).not.toMatch(reach);
	expect(targets.text).toMatch(target);
	expect(targets.plan.value).toBeCloseTo(1, 5);
	expect(summed.text).toMatch(reach);
	expect(summed.text).not.toMatch(target);
});
