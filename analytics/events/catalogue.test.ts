import { describe, expect, it } from 'vitest';
import { lifeEvents, notMeasurable } from './catalogue.ts';

it('has the events that were asked for, those of the first wishes first', () => {
	expect(lifeEvents.map(({ facts }) => facts[0].column.replace(/^event_/, ''))).toEqual([
		...['turned_18', 'child', 'job_loss', 'study', 'business_start', 'business_trouble', 'entrepreneur_died'],
		...['separation', 'partner_died', 'disability', 'retirement', 'moved_out', 'newcomer', 'single_parent'],
		...['social_assistance_start', 'income_drop']
	]);
	expect(notMeasurable.map(({ id }) => id)).toEqual(['sustainable-enterprise']);
});

describe.each(lifeEvents.map((event) => [event.id, event] as const))('%s', (id, event) => {
	it('is named as its column', () => {
		expect(event.facts[0].column).toBe(`event_${id.replaceAll('-', '_')}`);
	});

	it('says where its size comes from', () => {
		expect(event.sizeSource === undefined).toBe(event.size === null);
	});

	it('is told in both languages, without calling it a cause', () => {
		const { label, rule, comparison, approximation, notFor, lowest } = event;
		for (const text of [label, rule, comparison, notFor, lowest.reason, ...(approximation ? [approximation] : [])]) {
			expect(text.nl).not.toBe('');
			expect(text.en).not.toBe('');
			expect(text.nl).not.toMatch(/veroorza|leidt tot|gevolg van/i);
			expect(text.en).not.toMatch(/\bcaus(ed|ing)\b|leads? to|results? in/i);
		}
		expect(notFor.nl).toMatch(/niet wat de oorzaak is/);
	});

	it('needs no table of a year that it cannot do without before its own', () => {
		for (const { years, optional } of event.facts[0].needs) if (!optional) expect(years).toEqual([0]);
	});
});
