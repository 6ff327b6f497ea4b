import { createPrivateKey } from 'node:crypto';
import { cellCount, type Domain, type Table } from '../../contract/domain.ts';
import type { Plan } from '../../contract/plan.ts';
import { RegionTree } from '../../contract/region-tree.ts';
import { specSchema, type Spec } from '../../contract/spec.ts';
import type { BundleContent } from '../content.ts';
import { Signer } from '../signature.ts';

/** A private key that anybody can make again: 32 times one byte, behind what every Ed25519 key in DER begins with (RFC 8410). */
export function exampleKeyText(byte = 1): string {
	const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, byte)]);
	return `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`;
}

export function exampleSigner(byte = 1): Signer {
	return new Signer(createPrivateKey(exampleKeyText(byte)));
}

/** The public half, as a file of trusted keys has it. */
export function publicKeyText({ trusted }: Signer): string {
	return [...trusted.values()].map((key) => key.export({ type: 'spki', format: 'pem' })).join('');
}

/** A small release whose codes hold everything that csv files stumble over. */
export function exampleContent(entry = 7): BundleContent {
	const domain = exampleDomain();
	const tables = domain.tables.map((table) => planned(domain, table));
	return {
		specification: { spec: exampleSpec(), domain, regionVintage: 'regions.csv' },
		plan: {
			id: 'example',
			unit: { kind: 'household', contribution: 2 },
			neighbours: 'add-remove',
			rho: 0.1,
			rhoExact: '1/10',
			delta: 1e-10,
			deltaExact: '1/10000000000',
			epsilon: 3.1,
			conversion: 'test',
			objective: 'max-variance',
			value: 1,
			lowerBound: 1,
			ratio: 1,
			gap: 0,
			rmse: 1,
			maxVariance: 1,
			tables
		},
		noisy: tables.map(({ id, sigma2, cells }) => ({
			id,
			sigma2,
			counts: Float64Array.from({ length: cells }, (_, i) => 5 - 3 * i)
		})),
		ledger: {
			lineage: 'town',
			entry,
			hash: entry.toString(16).padStart(64, '0'),
			chargedAt: '2026-11-22T12:00:00.000Z'
		},
		revisionOf: null,
		software: { name: 'voorzicht', version: '0.1.0' }
	};
}

function exampleSpec(): Spec {
	return specSchema.parse({
		id: 'example',
		source: { kind: 'table', file: '/home/someone/secret place/people.csv', unit: 'hh' },
		unit: { kind: 'household', contribution: 2 },
		period: '2023',
		attributes: {
			region: { tree: 'C:\\trees\\regions.csv', column: 'gem' },
			kind: { column: 'kind', codes: ['a, b', 'say "x"', ' led', 'two\nlines', 'é'] },
			poor: { column: 'income', below: 10 },
			age: { column: 'age', bins: [0, 18] }
		},
		tables: [{ level: 'gemeente', by: ['kind', 'poor'], weight: 2 }, { by: [] }, { by: ['age'], target: 3 }],
		labels: { kind: { é: { nl: 'met accent', en: 'accented' } } },
		budget: { rho: '0.1' }
	});
}

function exampleDomain(): Domain {
	const tree = new RegionTree([
		{ code: 'NL', parent: null, name: 'Nederland', level: 'land' },
		{ code: 'GM1', parent: 'NL', name: "'s-Gravenhage, stad", level: 'gemeente' },
		{ code: 'GM 2', parent: 'NL', name: 'Súdwest-Fryslân', level: 'gemeente' }
	]).withUnknown();
	return {
		region: { name: 'region', tree, column: 'gem' },
		attributes: [
			{
				name: 'kind',
				codes: ['a, b', 'say "x"', ' led', 'two\nlines', 'é', 'unknown'],
				rule: { kind: 'codes', column: 'kind' }
			},
			{ name: 'poor', codes: ['yes', 'no', 'unknown'], rule: { kind: 'below', column: 'income', limit: 10 } },
			{ name: 'age', codes: ['0-<18', '18+', 'unknown'], rule: { kind: 'bins', column: 'age', edges: [0, 18] } }
		],
		tables: [
			{ id: 'gemeente.kind.poor', level: 'gemeente', by: ['kind', 'poor'], target: null, weight: 2 },
			{ id: 'all', level: null, by: [], target: null, weight: 1 },
			{ id: 'all.age', level: null, by: ['age'], target: 3, weight: 1 }
		]
	};
}

function planned(domain: Domain, table: Table): Plan['tables'][number] {
	const { id, level, by } = table;
	const cells = cellCount(domain, table);
	return {
		id,
		level,
		by: [...by],
		cells,
		sigma2: '100/3',
		rho: '1/30',
		variance: { mean: 33, max: 34 },
		halfWidth95: 12
	};
}
