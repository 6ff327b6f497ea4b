import { expect, it } from 'vitest';
import { flowsView } from './flows.server.ts';

type Sections = Parameters<typeof flowsView>[0];

/** A section with what flows are made of. */
const section = (indicator: string, period: string, [share, lower, upper]: [number, number, number], letter = 'A') =>
	({
		id: indicator,
		indicator,
		label: indicator,
		period,
		unit: 'household',
		figure: { share, lower, upper, reliability: letter }
	}) as unknown as Sections[number];

const stock = section('low-income', '2023', [0.07, 0.069, 0.071]);

it('puts a state between who comes in and who gets out, each with its own period', () => {
	const [flow] = flowsView([stock, section('low-income-inflow', '2024Q1', [0.01, 0.009, 0.011])], 'nl');
	expect(flow?.steps.map(({ period }) => period)).toEqual(['2024Q1', '2023', null]);
	expect(flow?.steps[0]?.text).toContain('kwartaal');
	expect(flow?.pace).toBeNull();
});

it('leaves out a state of which no flow is told', () => {
	expect(flowsView([stock], 'nl')).toEqual([]);
});

it('tells the mean years in a state from who gets out in a year, with both ends of the interval', () => {
	const paceAt = (ends: [number, number, number], letter?: string, period = '2023') =>
		flowsView([stock, section('low-income-outflow', period, ends, letter)], 'nl')[0]?.pace;
	expect(paceAt([0.25, 0.2, 0.4])).toContain('2,5 tot 5 jaar');
	expect(paceAt([0.25, 0.2499, 0.2501])).toContain('ongeveer 4 jaar');
	expect(paceAt([0.02, 0, 0.05])).toBeNull();
	expect(paceAt([0.25, 0.1, 0.4], 'C')).toBeNull();
	expect(paceAt([0.25, 0.2, 0.4], 'A', '2023Q4')).toBeNull();
});
