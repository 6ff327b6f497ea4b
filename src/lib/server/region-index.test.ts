import { expect, it } from 'vitest';
import { fold } from '../format/folded-name.ts';
import { RegionIndex } from './region-index.ts';

const row = (code: string, name: string, level = 'gemeente', tree = 'now') => ({
	...{ tree, code, name, level, folded_name: fold(name) },
	parent: 'Nederland'
});
const now = [
	row('PV26', 'Utrecht', 'provincie'),
	row('PV21', 'Fryslân', 'provincie'),
	row('GM0363', 'Amsterdam'),
	row('GM0344', 'Utrecht'),
	row('GM0518', "'s-Gravenhage"),
	row('GM1900', 'Súdwest-Fryslân'),
	row('GM0400', 'Den Helder'),
	row('GM0437', 'Ouder-Amstel'),
	row('WK034401', 'Wijk 01 (Utrecht)', 'wijk')
];
const index = new RegionIndex(now, 'now');
const names = (text: string, of = index) => of.search(text, undefined, 8).map(({ name }) => name);

it('finds the very name first, then its beginning, the beginning of a word, and the rest', () => {
	expect(names('utrecht')).toEqual(['Utrecht', 'Utrecht', 'Wijk 01 (Utrecht)']);
	expect(index.search('utrecht', undefined, 8)[0]?.level).toBe('provincie');
	expect(names('am')).toEqual(['Amsterdam', 'Ouder-Amstel']);
	expect(names('sterdam')).toEqual(['Amsterdam']);
	expect(names('xyzzy')).toEqual([]);
});

it('minds no accents, capitals, hyphens or apostrophes before a word', () => {
	expect(names('SUDWEST')).toEqual(['Súdwest-Fryslân']);
	expect(names('gravenhage')).toEqual(["'s-Gravenhage"]);
	expect(names('súdwest fry')).toEqual(['Súdwest-Fryslân']);
});

it('finds a code, and a part of it', () => {
	expect(names('gm0363')).toEqual(['Amsterdam']);
	expect(names('PV')).toEqual(['Utrecht', 'Fryslân']);
});

it('finds a municipality by one that it took in, and by the name that people use', () => {
	expect(index.search('weesp', undefined, 8)).toEqual([
		expect.objectContaining({ code: 'GM0363', name: 'Amsterdam', other: { name: 'Weesp', isFormer: true } })
	]);
	expect(index.search('den', undefined, 8).map(({ name, other }) => [name, other?.name])).toEqual([
		['Den Helder', undefined],
		["'s-Gravenhage", 'Den Haag']
	]);
	expect(index.search('friesland', undefined, 1)[0]?.other).toEqual({ name: 'Friesland', isFormer: false });
	expect(index.search('amsterdam', undefined, 1)[0]?.other).toBeNull();
	const country = new RegionIndex([row('NL', 'Nederland', 'land'), ...now], 'now');
	for (const text of ['netherlands', 'the nether', 'nederland']) expect(names(text, country)).toEqual(['Nederland']);
});

it('says of no municipality that it took in another that its own classification still has', () => {
	const old = new RegionIndex([row('GM0363', 'Amsterdam'), row('GM0457', 'Weesp')], 'now');
	expect(old.search('weesp', undefined, 8).map(({ name }) => name)).toEqual(['Weesp']);
});

it('looks in one tree when asked, and gives no more than asked', () => {
	const both = new RegionIndex([...now, row('GM0363', 'Amsterdam', 'gemeente', 'old')], 'now');
	expect(both.search('amsterdam', 'old', 8).map(({ tree }) => tree)).toEqual(['old']);
	expect(both.search('a', undefined, 2)).toHaveLength(2);
});

it('names the first regions of each level in its main tree', () => {
	const both = new RegionIndex([...now, row('GM9999', 'Elders', 'gemeente', 'old')], 'now');
	expect([...both.largest(2)]).toEqual([
		['provincie', ['PV26', 'PV21']],
		['gemeente', ['GM0363', 'GM0344']],
		['wijk', ['WK034401']]
	]);
});

it.each(['', ' ', '-', "('/", '\u0301'])('finds nothing where no letter or digit is asked for: %j', (text) => {
	expect(names(text)).toEqual([]);
});
