import { afterAll, expect, it } from 'vitest';
import { openEngine } from '../engine/engine.ts';
import { GBAHUISHOUDENSBUS } from '../microdata/tables/gbahuishoudensbus.ts';
import { INHATAB } from '../microdata/tables/inhatab.ts';
import { SECMBUS } from '../microdata/tables/secmbus.ts';
import type { CbsTable } from '../microdata/tables/table.ts';
import { socioEconomicHistory } from '../events/socio-economic.ts';
import { historyOf } from '../events/history.ts';
import { keyOf, requestsOf, requestsOfEach, type Request } from './requests.ts';
import { inSteps, type PreparedStage, type Step } from './steps.ts';

const engine = await openEngine({ readable: [], threads: 1 });
afterAll(() => engine.close());

/** A stage that writes down what is done with it. */
function stageWith(log: string[]): PreparedStage {
	const query = () => engine.db.selectFrom('nothing') as never;
	return {
		engine,
		year: 2023,
		members: 'members',
		has: () => true,
		rows: query,
		all: query,
		prepare: async (request) => void log.push(`+ ${keyOf(request)} ${request.columns.join(' ')} x${request.times}`),
		release: async (request) => void log.push(`- ${keyOf(request)}`)
	};
}

const asking = (table: CbsTable, columns: string[], offset = 0): Request => ({ table, columns, offset, times: 1 });

it('reads each table once, with the columns of all steps, from the first step that asks it to the last', async () => {
	const log: string[] = [];
	const step = (name: string, ...requests: Request[]): Step => ({
		requests,
		facts: [],
		read: async () => void log.push(name)
	});
	await inSteps(stageWith(log), [
		step('one', asking(INHATAB, ['A'])),
		step('two', asking(INHATAB, ['a', 'B']), asking(INHATAB, ['C'], -1)),
		step('three', asking(SECMBUS, ['D']))
	]);
	expect(log).toEqual([
		'+ INHATAB 0 A B x2',
		'one',
		'+ INHATAB -1 C x1',
		'two',
		'- INHATAB 0',
		'- INHATAB -1',
		'+ SECMBUS 0 D x1',
		'three',
		'- SECMBUS 0'
	]);
});

it('counts a history once, however many steps it serves, and what steps ask of a table beside it', () => {
	const stage = stageWith([]);
	const requests = requestsOfEach(stage, [
		(listener) => void historyOf(listener, socioEconomicHistory, 0),
		(listener) => void [historyOf(listener, socioEconomicHistory, 0), listener.rows(GBAHUISHOUDENSBUS, ['X'])],
		(listener) => void listener.rows(GBAHUISHOUDENSBUS, ['Y'])
	]);
	expect(requests.map((asked) => asked.map((request) => [keyOf(request), request.times]))).toEqual([
		[['SECMBUS 0', 1]],
		[
			['SECMBUS 0', 0],
			['GBAHUISHOUDENSBUS 0', 2]
		],
		[['GBAHUISHOUDENSBUS 0', 0]]
	]);
	expect(requestsOf(stage, (listener) => void listener.all(INHATAB, ['A']))[0]!.times).toBe(0);
});
