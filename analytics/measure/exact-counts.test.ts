import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { ExactCounts } from './exact-counts.ts';

// The second lock: counts before noise cannot be printed, serialised, copied or read; they leave in a sum with noise only.

const CANARY = 7777;
const counts = new ExactCounts(Float64Array.of(CANARY, CANARY));

it.each<[string, () => unknown]>([
	['as JSON', () => JSON.stringify({ counts })],
	['as a list in JSON', () => JSON.stringify([counts])],
	['cloned and then as JSON', () => JSON.stringify(structuredClone({ held: counts }).held.toJSON())]
])('cannot be written %s', (_how, write) => {
	expect(write).toThrow();
});

it.each<[string, () => unknown]>([
	['inspected', () => inspect(counts, { showHidden: true, depth: Infinity, getters: true })],
	['inspected inside something', () => inspect({ held: [counts] }, { showHidden: true, depth: Infinity })],
	['inspected without its own words', () => inspect(counts, { customInspect: false, showHidden: true })],
	['as text', () => String(counts)],
	['joined to a text', () => `${counts}`],
	['as a number', () => Number(counts)],
	['spread', () => inspect({ ...counts })],
	['cloned', () => inspect(structuredClone(counts), { showHidden: true, customInspect: false })],
	[
		'by its names',
		() => JSON.stringify([Object.keys(counts), Object.getOwnPropertyNames(counts), Object.values(counts)])
	],
	['in an error', () => inspect(new Error('fault', { cause: counts }), { showHidden: true })]
])('shows no count when %s', (_how, show) => {
	expect(inspect(show(), { showHidden: true })).not.toContain(String(CANARY));
});

it('cannot be walked over', () => {
	expect(() => [...(counts as unknown as Iterable<number>)]).toThrow(TypeError);
	expect(Reflect.ownKeys(counts)).toEqual([]);
});

it('gives the sum with noise, of the same length, and keeps its own', () => {
	expect([...counts.plus(Float64Array.of(-7777, 3))]).toEqual([0, 7780]);
	expect([...counts.plus(Float64Array.of(-7777, 3))]).toEqual([0, 7780]);
	expect(() => counts.plus(Float64Array.of(1))).toThrow(RangeError);
});

it('of a series is encoded into numbers as unreadable, and keeps its own', () => {
	const encoded = counts.encoded((own) => own.map((count) => 2 * count));
	expect(inspect(encoded, { showHidden: true })).not.toContain(String(2 * CANARY));
	expect(() => JSON.stringify(encoded)).toThrow();
	expect([...encoded.plus(Float64Array.of(1, 0))]).toEqual([2 * CANARY + 1, 2 * CANARY]);
	counts.encoded((own) => own.fill(0));
	expect([...counts.plus(Float64Array.of(0, 0))]).toEqual([CANARY, CANARY]);
});
