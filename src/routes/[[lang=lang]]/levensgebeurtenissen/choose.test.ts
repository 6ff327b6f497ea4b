import { expect, it } from 'vitest';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { chooseEvent, missingEvents } from './choose.ts';

const row = (id: string, period: string, attributes: readonly string[]) =>
	({
		spec: 'huishoudens',
		id,
		period,
		groups: attributes.map((attribute) => ({ attribute, codes: [] }))
	}) as unknown as Indicator;
const rows = [
	row('low-income', '2023', ['age', 'event_child']),
	row('problematic-debts', '2023', ['event_job_loss', 'event_child']),
	row('problematic-debts', '2022', ['event_child']),
	row('near-poor', '2023', ['age'])
];

it('chooses problematic debts of the latest period and the first event of the catalogue', () => {
	const ignored: string[] = [];
	const choice = chooseEvent(rows, {}, ignored)!;
	expect([choice.chosen.id, choice.chosen.period, choice.event.id]).toEqual(['problematic-debts', '2023', 'child']);
	expect(choice.periods).toEqual(['2023', '2022']);
	expect(choice.indicators.map(({ id }) => id)).not.toContain('near-poor');
	expect(ignored).toEqual([]);
});

it('follows the address, and says what it could not follow', () => {
	const ignored: string[] = [];
	const state = { cijfer: 'huishoudens.problematic-debts', periode: '2022', gebeurtenis: 'job-loss' };
	const choice = chooseEvent(rows, state, ignored)!;
	expect([choice.chosen.period, choice.event.id]).toEqual(['2022', 'child']);
	expect(ignored).toEqual(['gebeurtenis']);
	expect(chooseEvent(rows, { cijfer: 'huishoudens.near-poor', periode: '1999' }, ignored)!.chosen.period).toBe('2023');
	expect(ignored).toEqual(['gebeurtenis', 'cijfer', 'periode']);
	expect(chooseEvent([rows[3]!], {}, ignored)).toBeUndefined();
});

it('names the events of the catalogue that an indicator does not tell, and what does tell them', () => {
	const missing = missingEvents(rows, rows[0]!);
	expect(missing.map(({ event }) => event.id)).not.toContain('child');
	expect(missing.find(({ event }) => event.id === 'job-loss')?.elsewhere).toBe(rows[1]);
	expect(missing.find(({ event }) => event.id === 'separation')?.elsewhere).toBeNull();
	const more = [row('near-poor', '2023', ['event_job_loss']), ...rows, row('low-income', '2021', ['event_job_loss'])];
	const same = missingEvents(more, rows[0]!).find(({ event }) => event.id === 'job-loss');
	expect(same?.elsewhere).toBe(more.at(-1));
	const first = missingEvents(more.slice(0, -1), rows[0]!).find(({ event }) => event.id === 'job-loss');
	expect(first?.elsewhere).toBe(rows[1]);
});
