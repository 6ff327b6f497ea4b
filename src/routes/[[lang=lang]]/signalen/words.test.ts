import { expect, it } from 'vitest';
import { sizeInWords } from '$lib/format/watched.ts';
import { signalKey } from './named.ts';
import { courseInWords, explainedInWords, sinceInWords } from './words.ts';

it('says why no size is told: few people, or a change of supply', () => {
	const none = { rise: null, rise_sd: null, against: 'nation' } as const;
	expect(sizeInWords({ ...none, estimate: null }, 'nl')).toMatch(/^Het gaat om heel weinig mensen\./);
	expect(sizeInWords({ ...none, estimate: 1.2 }, 'nl')).toMatch(/^De levering is in dit jaar veranderd\./);
	expect(sizeInWords({ ...none, estimate: 1.2, rise: 0.2, rise_sd: 0.05 }, 'nl')).toMatch(/^20% meer .* 95% zeker: /);
});

it('says since when, once when the rise and the signal began together', () => {
	const period = '2024Q4';
	expect(sinceInWords({ period, opened: '2024Q2', onset: '2024Q2' }, 'nl')).toBe(
		'Signaal sinds het tweede kwartaal van 2024. Toen begon de stijging waarschijnlijk ook.'
	);
	expect(sinceInWords({ period, opened: '2024Q2', onset: '2024Q1' }, 'en')).toBe(
		'Signal since the second quarter of 2024. The rise probably began in the first quarter of 2024.'
	);
	expect(sinceInWords({ period, opened: '2024Q1', onset: '2023Q4' }, 'nl')).toContain('een jaar of langer geleden');
	expect(sinceInWords({ period, opened: null, onset: null }, 'nl')).toBe('');
});

it('says how far a rise that began long ago has brought it', () => {
	const level = (against: 'nation' | 'itself', estimate: number) => ({ against, estimate, estimate_sd: 0.004 });
	const course = (against: 'nation' | 'itself', before: number, now: number) =>
		courseInWords({ before: level(against, before), now: level(against, now) }, 'nl');
	expect(course('nation', 2.4, 3.3)).toBe(
		'Net voor de stijging was het cijfer 2,40 keer dat van het hele land, nu 3,30 keer.'
	);
	expect(course('itself', 0.024, 0.033)).toBe('Net voor de stijging was het 2,4%, nu 3,3%.');
});

it('names the region that explains a rise with its level', () => {
	const by = { region: 'A', explained_by: 'B', explained_by_name: 'Bedum', explained_by_level: 'gemeente' };
	expect(explainedInWords(by, 'nl')).toBe('De stijging hoort vooral bij Bedum (gemeente).');
	expect(explainedInWords({ ...by, explained_by_level: null }, 'nl')).toBe('De stijging hoort vooral bij Bedum.');
	expect(explainedInWords({ ...by, explained_by: 'A' }, 'nl')).toBe('De stijging zit in het hele gebied.');
	expect(explainedInWords({ ...by, explained_by: null }, 'nl')).toBeNull();
});

it('knows a signal by where it began, not by the period that tells of it', () => {
	const row = { spec: 's', indicator: 'i', attribute: 'age', code: '65+', region: 'A', opened: '2024Q1' };
	expect(signalKey({ ...row, period: '2024Q4' })).toEqual(signalKey({ ...row, period: '2024Q3' }));
	expect(signalKey({ ...row, period: '2024Q4' })).toEqual({
		figure: 's.i',
		group: 'age.65+',
		region: 'A',
		since: '2024Q1'
	});
});
