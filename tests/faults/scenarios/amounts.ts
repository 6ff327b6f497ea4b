import assert from 'node:assert/strict';
import { Desk } from '../desk.ts';
import type { Grounds } from '../grounds.ts';
import { using } from '../place.ts';
import type { Counts, Scenario } from '../scenario.ts';
import { Witness } from '../witness.ts';
import { inLayers, ODD, TINY } from './amounts-in-layers.ts';

// Numbers that are no amounts, as people give them.

export const amounts: readonly Scenario[] = [
	{
		name: 'odd-amounts-specification',
		fault: 'odd numbers as budget.rho, quoted and bare',
		oracle: 'exit code 2 or 4; nothing is charged',
		short: true,
		run: inSpecification
	},
	{
		name: 'odd-amounts-command',
		fault: 'odd numbers as --cap',
		oracle: 'exit code 2; no account is opened',
		short: true,
		run: inCommand
	},
	...inLayers
];

async function inSpecification(grounds: Grounds): Promise<Counts> {
	const desk = await Desk.open(grounds, 'odd');
	// Without quotes YAML itself reads some of them: 0x1 is the whole number 1 there, and .nan is no number.
	const bare = ODD.filter((text) => text.trim() !== '' && text !== '0x1');
	const cases = [...ODD.map((text) => `'${text}'`), ...bare, '.nan', '.inf', '-.inf'];
	const some = grounds.long ? cases : cases.filter((_, i) => i % 9 === 0);
	for (const text of some) {
		desk.writeSpec('odd.yaml', "rho: '0.1'", `rho: ${text}`);
		const { code, stderr, stdout } = await desk.run(['measure', 'odd.yaml', '--out', 'bundle']);
		assert.ok(code === 2 || code === 4, `rho: ${text} ended with ${code}: ${stderr}`);
		assert.equal(stdout, '');
	}
	const { charges } = await new Witness(desk.place).check();
	assert.equal(charges, 0);
	return { cases: some.length };
}

async function inCommand(grounds: Grounds): Promise<Counts> {
	const desk = await Desk.open(grounds, 'odd');
	const cases = ODD.filter((text) => !TINY.has(text));
	const some = grounds.long ? cases : cases.filter((_, i) => i % 7 === 0);
	for (const text of some) {
		const { code, stderr } = await desk.run([
			'ledger',
			'open',
			'--lineage',
			'odd',
			'--unit',
			'person',
			`--cap=${text}`
		]);
		assert.equal(code, 2, `--cap=${text} ended with ${code}: ${stderr}`);
	}
	const { accounts } = await using(desk.place, (ledger) => ledger.history());
	assert.deepEqual(accounts, []);
	return { cases: some.length };
}
