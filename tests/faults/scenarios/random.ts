import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Desk, done } from '../desk.ts';
import type { Grounds } from '../grounds.ts';
import { ROOT } from '../program.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Witness } from '../witness.ts';

const WAYS = ['throws', 'zeros', 'untouched', 'repeats'];

export const random: Scenario = {
	name: 'random-generator-dies',
	fault: `the random generator ${WAYS.join(', ')}, in the middle of a measurement`,
	oracle: 'exit code 5, no bundle, no stored answer; the charge stays, and the next measurement is charged anew',
	short: true,
	run
};

async function run(grounds: Grounds): Promise<Counts> {
	const desk = await Desk.open(grounds, 'random');
	// More cells than one fill of the generator, so that its second fill can be seen to repeat the first.
	const codes = Array.from({ length: 7000 }, (_, i) => `h${i}`).join(', ');
	desk.writeSpec(
		'spec.yaml',
		'poor: { column: income, below: 100 }',
		`poor: { column: income, below: 100 }\n  band: { column: household, codes: [${codes}] }`
	);
	desk.write(
		'spec.yaml',
		desk.read('spec.yaml').replace('- { by: [poor] }', '- { by: [poor] }\n  - { by: [sex, band] }')
	);
	const witness = new Witness(desk.place);
	for (const [index, way] of WAYS.entries()) {
		const { code, stderr, stdout } = await desk.measure('bundle', {
			node: [`--import=${join(ROOT, 'tests/faults/preload/random.ts')}`],
			env: { VOORZICHT_BROKEN_RANDOM: way }
		});
		assert.match(stderr, /noise is drawn/, `the generator was never asked: ${stderr}`);
		assert.equal(code, 5, `${way}: ${stderr}`);
		assert.match(stderr, /random generator of this machine/);
		assert.equal(stdout, '');
		assert.equal(desk.answerIn('bundle'), null);
		const { charges } = await witness.check();
		assert.equal(charges, index + 1);
	}
	const { replayed } = done<{ replayed: boolean }>(await desk.measure('bundle'));
	assert.equal(replayed, false);
	const { charges } = await witness.check();
	assert.equal(charges, WAYS.length + 1);
	return { ways: WAYS.length, charges };
}
