import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { osEntropy } from 'diffprivlib-js';
import { measureRelease, publishRelease } from '../pipeline.ts';
import { readBundle, requireSigned } from '../release/bundle.ts';
import { loadSpecification, type Specification } from '../specification/load.ts';
import type { Store } from '../store/store.ts';
import { synthesize, type Shock } from '../synthetic/synthesize.ts';
import type { Context } from './command.ts';
import { withPeriod } from './measure.ts';
import { openLedgerOf } from './options.ts';
import { rhoInWords } from './rho-in-words.ts';
import { signerOf } from './signing.ts';

/** One line of releases of the demonstration: a specification of the folder with examples, and its years. */
export interface DemoLine {
	readonly file: string;
	readonly years: readonly [number, number];
}

/** What the dashboard opens with. */
export const YEARLY: DemoLine = { file: 'netherlands.yaml', years: [2021, 2023] };
/** Series for early warning: four years to learn from, and what follows. */
export const QUARTERLY: DemoLine = { file: 'instroom-nederland.yaml', years: [2018, 2024] };
/** One year of what goes together with life events. */
export const EVENTS: DemoLine = { file: 'levensgebeurtenissen-nederland.yaml', years: [2023, 2023] };

/** The year before the first inflow, and the last year of all. */
const MICRODATA_YEARS = [2017, 2024] as const;
const SEED = 1;
/** What the specifications read: writing the other tables would take longer than the releases. */
const TABLES = [
	'GBAPERSOONTAB',
	'GBAHUISHOUDENSBUS',
	'GBAADRESOBJECTBUS',
	'VSLGWBTAB',
	'KOPPELPERSOONHUISHOUDEN',
	'INHATAB',
	'SCHULDENPROBLEMATIEKTAB',
	'SECMBUS',
	'GBAVERBINTENISPARTNERBUS',
	'BIJSTANDUITKERINGTAB',
	'WUSUITKERING1ATAB'
];
/** Something for early warning to find: invented misfortune around Eindhoven and in Rotterdam. */
const SHOCKS: readonly Shock[] = [
	{ kind: 'unemployment', region: 'CR36', year: 2024, factor: 2 },
	{ kind: 'debts', region: 'GM0599', year: 2023, factor: 1.8 }
];

const NOTICE = {
	nl: 'Deze cijfers zijn verzonnen. Ze gaan over een bedacht Nederland en zijn alleen bedoeld om te laten zien hoe Voorzicht werkt.',
	en: 'These figures are invented. They are about an imaginary Netherlands and only show how Voorzicht works.'
};

/** Where a demonstration is made, of how many persons. */
export interface Workplace {
	readonly context: Context;
	readonly data: string;
	readonly persons: number;
	readonly store: Store;
}

export async function specificationOf({ file }: DemoLine): Promise<Specification> {
	return loadSpecification(join(import.meta.dirname, '..', '..', 'examples', file));
}

export function yearsOf({ years: [first, last] }: DemoLine): string[] {
	return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}

/** Makes and publishes the years of a line that are not there yet; none when all are. */
export async function makeReleases(place: Workplace, line: DemoLine, stop?: AbortSignal): Promise<void> {
	const { context, data, store } = place;
	const { spec } = await specificationOf(line);
	const told = await store.periods(spec.id);
	const missing = yearsOf(line).filter((year) => !told.some((period) => period.startsWith(year)));
	if (missing.length === 0) return;
	const microdata = await inventedMicrodata(place);
	const ledger = await openLedgerOf(context, undefined, data);
	try {
		for (const year of missing) {
			if (stop?.aborted) return;
			await makeRelease(place, line, year, microdata, ledger);
		}
	} finally {
		await ledger.close();
	}
}

async function makeRelease(
	{ context, data, store }: Workplace,
	line: DemoLine,
	period: string,
	microdata: string,
	ledger: Awaited<ReturnType<typeof openLedgerOf>>
): Promise<void> {
	const specification = withNotice(withPeriod(await specificationOf(line), period));
	const { id, title } = specification.spec;
	const step = context.progress.step(`${title?.en ?? id}, ${period}: check, plan, charge, measure, publish`);
	const signer = await signerOf(context, data);
	const bundle = join(data, 'bundles', `${id}-${period}`);
	const { plan } = await measureRelease({
		specification,
		place: microdata,
		ledger: async () => ledger,
		entropy: osEntropy(),
		signer,
		out: bundle
	});
	const { figures } = await publishRelease(requireSigned(await readBundle(bundle), signer.trusted), store);
	step.done(`rho ${rhoInWords(plan.rhoExact)} charged, ${figures.toLocaleString('en')} figures published`);
}

/** The folder with the records, which is kept: the note beside it says what is whole. */
async function inventedMicrodata({ context, data, persons }: Workplace): Promise<string> {
	const out = join(data, 'microdata');
	const note = join(data, 'microdata.json');
	const asked = { persons, years: [...MICRODATA_YEARS] as const, seed: SEED, tables: TABLES, shocks: SHOCKS };
	const known = await readFile(note, 'utf8').catch(() => '');
	if (known === JSON.stringify(asked)) return out;
	const step = context.progress.step('Synthetic Netherlands');
	await synthesize({ ...asked, out, formats: ['parquet'], progress: (share) => step.report(share) });
	await writeFile(note, JSON.stringify(asked));
	step.done();
	return out;
}

/** Whoever sees an invented figure must see that it is invented. */
function withNotice(specification: Specification): Specification {
	return { ...specification, spec: { ...specification.spec, notice: NOTICE } };
}
