import { expect, it } from 'vitest';
import { former as published } from '../contract/former-municipalities.ts';
import { LAST_VINTAGE } from './changes.ts';
import { formerMunicipalities } from './former.ts';
import { gemeentenIn } from './nederland.ts';

const all = formerMunicipalities();
const nowOf = (name: string) => all.find((place) => place.name === name)?.now;

it('tells where a municipality went, whole or in parts, and in steps', () => {
	expect(nowOf('Weesp')).toEqual(['GM0363']);
	expect(nowOf('Haaren')).toEqual(['GM0757', 'GM0824', 'GM0855', 'GM0865']);
	expect(nowOf('Amsterdam')).toBeUndefined();
});

it('leads every municipality that ended to one of today, and none to itself', () => {
	const today = new Set(gemeentenIn(LAST_VINTAGE).map(({ code }) => code));
	expect(all.length).toBeGreaterThan(30);
	for (const { code, now } of all) {
		expect(today.has(code)).toBe(false);
		expect(now).not.toContain(code);
		expect(now.some((one) => today.has(one))).toBe(true);
	}
});

it('is what the contract has', () => expect(published).toEqual(all));
