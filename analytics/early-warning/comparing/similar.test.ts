import { expect, it } from 'vitest';
import { municipalities } from '../../contract/municipalities.ts';
import { gemeenten } from '../../regions/nederland.ts';
import { similarMunicipalities } from './similar.ts';

const place = (code: string, inhabitants: number, households: number, landKm2: number) => ({
	code,
	inhabitants,
	households,
	landKm2
});

it('puts the most alike first, by size, density and households', () => {
	const places = [
		place('a', 50_000, 22_000, 50),
		place('same', 50_000, 22_000, 50),
		place('larger', 100_000, 44_000, 100),
		place('other', 800_000, 450_000, 170)
	];
	const found = similarMunicipalities(places, 'a', 10);
	expect(found.map(({ code }) => code)).toEqual(['same', 'larger', 'other']);
	expect(found[0]!.distance).toBe(0);
	expect(similarMunicipalities(places, 'a', 1)).toEqual([{ code: 'same', distance: 0 }]);
	expect(similarMunicipalities(places, 'nowhere', 5)).toEqual([]);
});

it('measures in standard deviations, so that no unit of measure counts more than another', () => {
	const places = [place('a', 1_000, 500, 10), place('b', 10_000, 5_000, 100), place('c', 100_000, 50_000, 1_000)];
	// Density and households are the same everywhere; log inhabitants lie evenly, sqrt(1.5) standard deviations apart.
	const [nearest, next] = similarMunicipalities(places, 'a', 2);
	expect(nearest!.distance).toBeCloseTo(Math.sqrt(1.5), 12);
	expect(next!.distance).toBeCloseTo(2 * Math.sqrt(1.5), 12);
});

it('knows every municipality, and that the four large cities are like each other', () => {
	expect(municipalities.map(({ code }) => code)).toEqual(gemeenten.map(({ code }) => code));
	const cities = ['GM0363', 'GM0599', 'GM0518', 'GM0344'];
	const like = similarMunicipalities(municipalities, 'GM0599', 3).map(({ code }) => code);
	expect(like.filter((code) => cities.includes(code))).toHaveLength(3);
	for (const { code } of municipalities)
		for (const { distance } of similarMunicipalities(municipalities, code, 5)) expect(distance).toBeLessThan(6);
});
