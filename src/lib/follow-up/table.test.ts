import { expect, it } from 'vitest';
import { followUpTexts } from '../messages/follow-up.ts';
import { anEntry } from './a-entry.ts';
import { table } from './table.ts';

const entries = [
	anEntry({ state: 'taken', who: '=cmd|"/c calc"!A1', at: '2026-11-22T23:30:00.000Z' }),
	anEntry({ region: '+GM', name: '@Stad; met, "tekens"', state: 'dismissed', reason: 'other', note: '-2+3' }),
	anEntry({ region: 'GM0599', state: 'open' })
];

it('lists what was done for a Dutch spreadsheet, the latest first, and no text as a formula', () => {
	const lines = table(entries, followUpTexts('nl'), 'nl').split('\r\n');
	expect(lines[0]).toMatch(/^\ufeff"signaal";"cijfer \(code\)";/);
	expect(lines[1]).toBe(
		'"\'@Stad; met, ""tekens""";"instroom.nieuwe-achterstand";"\'+GM";"";"2024Q1";"niet nodig";"";"Een andere reden";"\'-2+3";"2026-11-23"'
	);
	// Half past eleven in the evening in Greenwich is the next day in the Netherlands.
	expect(lines[2]).toBe(
		'"Amsterdam, Nieuwe achterstand";"instroom.nieuwe-achterstand";"GM0363";"";"2024Q1";"opgepakt";"\'=cmd|""/c calc""!A1";"";"";"2026-11-23"'
	);
	expect(lines.slice(3)).toEqual(['']);
});

it('has a head for every column, in both languages', () => {
	for (const lang of ['nl', 'en'] as const) {
		const [head, row] = table([entries[0]!], followUpTexts(lang), lang).split('\r\n');
		const fields = (line: string | undefined) => line?.match(/"(?:[^"]|"")*"/g)?.length;
		expect(fields(head)).toBe(10);
		expect(fields(row)).toBe(10);
	}
});
