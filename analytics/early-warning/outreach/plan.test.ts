import { expect, it } from 'vitest';
import { Random } from '../statistics/random.ts';
import { assumptions, partOf } from './channels.ts';
import type { Capacity } from './channels.ts';
import { FLOOR } from './fairness.ts';
import { outreachPlan } from './plan.ts';
import type { OutreachPlan } from './plan.ts';
import { hoursOf, perContact } from './reach.ts';
import { addressesOf, needOf } from './target.ts';
import type { Target } from './target.ts';

const team: Capacity = { hours: 160, channels: assumptions.map(({ channel }) => channel) };

/** Neighbourhoods by type of household; the last group is large and has the lowest shares. */
function city(seed = 1): Target[] {
	const random = new Random(seed);
	return Array.from({ length: 120 }, (_, i) => {
		const group = i % 4;
		return {
			region: `BU${i}`,
			attribute: 'household_type',
			code: String(group + 1),
			units: 20 + random.below(200) * (group + 1) + 0.4,
			share: [0.28, 0.16, 0.12, 0.05][group]! + 0.03 * random.normal(),
			se: 0.01 + 0.02 * random.uniform(),
			group
		};
	});
}

const ask = (more: Partial<Parameters<typeof outreachPlan>[0]> = {}): OutreachPlan =>
	outreachPlan({ targets: city(), groups: 4, capacity: team, fair: true, learn: 0.1, seed: 99, ...more })!;

it('stays within hours, contacts and addresses, and uses nearly all hours', () => {
	const plan = ask();
	const all = [...plan.approaches, ...plan.drawn];
	expect(hoursOf(all)).toBeLessThanOrEqual(160 + 1e-6);
	expect(hoursOf(plan.approaches)).toBeGreaterThan(144 - 1.5);
	for (const { name, most } of team.channels) {
		const made = all.filter(({ channel }) => channel.name === name).reduce((sum, { contacts }) => sum + contacts, 0);
		expect(made).toBeLessThanOrEqual(most ?? Infinity);
	}
	const made = new Map<Target, number>();
	for (const { target, contacts } of all) made.set(target, (made.get(target) ?? 0) + contacts);
	for (const [target, contacts] of made) expect(contacts).toBeLessThanOrEqual(addressesOf(target));
	expect(all.every(({ contacts }) => Number.isInteger(contacts) && contacts > 0)).toBe(true);
});

it('is close to the best there can be, and says how close', () => {
	const plan = ask();
	expect(plan.chosen.mean).toBeLessThanOrEqual(plan.bound + 1e-6);
	expect(plan.bound - plan.chosen.mean).toBeLessThan(0.01 * plan.bound);
	expect(plan.chosen.mean).toBeGreaterThan(1.5 * plan.atRandom);
});

it('gives the channel that most answer to the targets with the highest shares', () => {
	const { approaches } = ask({ fair: false, learn: 0 });
	const shares = (name: string) => approaches.filter((a) => a.channel.name === name).map((a) => a.target.share);
	expect(Math.min(...shares('call'))).toBeGreaterThanOrEqual(Math.max(...shares('letter')));
});

it('serves every group to its floor, at a price that is told', () => {
	const fair = ask({ learn: 0 });
	const free = ask({ learn: 0, fair: false });
	for (const { reachShare, needShare } of fair.byGroup)
		expect(reachShare).toBeGreaterThanOrEqual(FLOOR * needShare - 1e-9);
	expect(free.byGroup.some(({ ratio }) => ratio! < FLOOR)).toBe(true);
	expect(fair.price).toEqual(free.price);
	expect(fair.price.free).toBeCloseTo(free.chosen.mean, 9);
	expect(fair.price.free).toBeGreaterThan(fair.price.fair);
	expect(fair.price.fair).toBeCloseTo(fair.chosen.mean, 9);
});

it('serves a group whose part is less than one contact', () => {
	const rare = { region: 'BU999', attribute: 'household_type', code: '5', units: 12, share: 0.2, se: 0.05, group: 4 };
	const plan = ask({ targets: [...city(), rare], groups: 5, learn: 0 });
	expect(plan.byGroup[4]!.needShare).toBeLessThan(0.003);
	expect(plan.byGroup[4]!.contacts).toBeGreaterThan(0);
	for (const { ratio } of plan.byGroup) expect(ratio).toBeGreaterThanOrEqual(FLOOR - 1e-6);
	expect(plan.chosen.mean).toBeGreaterThan(0.97 * plan.bound);
});

it('tells what small and large targets get', () => {
	const { bySize, byGroup } = ask();
	for (const parts of [bySize, byGroup]) {
		expect(parts.reduce((sum, { needShare }) => sum + needShare, 0)).toBeCloseTo(1, 9);
		expect(parts.reduce((sum, { reachShare }) => sum + reachShare, 0)).toBeCloseTo(1, 9);
		expect(parts.reduce((sum, { targets }) => sum + targets, 0)).toBe(120);
	}
	expect(bySize[0]!.addresses).toBeLessThan(bySize[2]!.addresses);
});

it('draws lots only among near-ties, the same for the same release', () => {
	const plan = ask();
	expect(plan.drawn.length).toBeGreaterThan(0);
	expect(plan.drawn.length).toBeLessThanOrEqual(plan.ties);
	expect(hoursOf(plan.drawn)).toBeLessThanOrEqual(16 + 1e-6);
	const told = (p: OutreachPlan) => p.drawn.map((a) => `${a.target.region} ${a.channel.name} ${a.contacts}`);
	expect(told(ask())).toEqual(told(plan));
	expect(told(ask({ seed: 100 }))).not.toEqual(told(plan));
	expect(ask({ learn: 0 }).drawn).toEqual([]);
});

it('gives the plan what no lot can use: where all is clear, or too little is left for one contact', () => {
	const clear = ask({ targets: city().map((target, i) => ({ ...target, share: 0.05 + i / 1_000, se: 1e-9 })) });
	expect([clear.ties, clear.drawn]).toEqual([0, []]);
	expect(hoursOf(clear.approaches)).toBeGreaterThan(160 - 1.5);
	const visits = { hours: 400, channels: [{ name: 'visit' as const, hours: 4, response: 0.5, most: null }] };
	const alike = [0.2, 0.201].map((share, i) => ({ ...city()[i]!, units: 1_000, share, se: 0.02 }));
	const little = ask({ targets: alike, capacity: visits, fair: false, learn: 0.009 });
	expect(little.ties).toBeGreaterThan(0);
	expect([little.drawn, hoursOf(little.approaches)]).toEqual([[], 400]);
});

it('has an answer for nothing to do, nobody to do it and too much to weigh', () => {
	const none = ask({ targets: [] });
	expect([none.approaches, none.reach.mean, none.atRandom]).toEqual([[], 0, 0]);
	expect(ask({ capacity: { ...team, hours: 0 } }).approaches).toEqual([]);
	const below = ask({ targets: city().map((target) => ({ ...target, share: -0.001 })) });
	expect([below.approaches, below.reach.upper]).toEqual([[], 0]);
	const small = Array.from({ length: 2_000 }, (_, i) => ({ ...city()[i % 120]!, units: 12 }));
	const all = { hours: 10_000, channels: team.channels.map((channel) => ({ ...channel, most: null })) };
	expect(outreachPlan({ targets: small, groups: 4, capacity: all, fair: true, learn: 0, seed: 1 })).toBeNull();
});

it('never plans a channel that is switched off', () => {
	const channels = team.channels.map((c) => (c.name === 'visit' ? { ...c, response: 0 } : c));
	const plan = ask({ capacity: { hours: 160, channels } });
	expect([...plan.approaches, ...plan.drawn].some(({ channel }) => channel.name === 'visit')).toBe(false);
});

it('takes the same part of hours and contacts', () => {
	expect(partOf(team, 0.9)).toMatchObject({ hours: 144, channels: [{ most: null }, { most: 135 }, { most: 360 }] });
});

it('plans negative shares for nobody and counts no need there', () => {
	const targets = city().map((target, i) => (i < 40 ? { ...target, share: -0.01 } : target));
	const plan = ask({ targets });
	expect(plan.approaches.every(({ target, channel }) => perContact(target, channel) > 0)).toBe(true);
	expect(needOf(targets[0]!)).toBe(0);
});
