import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { osEntropy } from 'diffprivlib-js';
import { firstIssue } from '../contract/issue.ts';
import { periodName } from '../contract/spec-words.ts';
import { InputError } from '../errors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { measureRelease } from '../pipeline.ts';
import { recordSources, type RecordSource } from '../population/source.ts';
import type { UnknownShare } from '../reconcile/unknown-shares.ts';
import { loadSpecification, sourceFile, type Specification } from '../specification/load.ts';
import type { Answer, Context, Register } from './command.ts';
import { DATA_FOLDER, openLedgerOf, years } from './options.ts';
import { rhoInWords } from './rho-in-words.ts';
import { signerOf } from './signing.ts';

interface Options {
	microdata?: string;
	ledger?: string;
	out?: string;
	period?: string;
}

export const registerMeasure: Register = (program, context, answer) => {
	program
		.command('measure')
		.description(
			'Charges the ledger, measures, and writes the release bundle. The charge is durable before a record is counted (only\n' +
				'the data-quality rules look at records earlier), and is never given back. The same request on the same snapshot gets the stored answer and is not charged again; new\n' +
				'data need a new name in source.snapshot. Reads csv and parquet, and of CBS tables SPSS files (.sav) too. Several\n' +
				'specifications of one unit read the CBS tables of a year once, and none is charged before all have passed the rules.'
		)
		.argument('<specs...>', 'release specifications (YAML or JSON)')
		.option('--microdata <path>', 'folder with the microdata, or the file itself (default: as the specification says)')
		.option('--ledger <url>', 'embedded:DIR or postgres://... (default: embedded, under .voorzicht)')
		.option(
			'--out <dir>',
			'folder of the bundle; of several releases, of their bundles (default: .voorzicht/bundles/ID-PERIOD)'
		)
		.option(
			'--period <period>',
			'measure this period instead of the one in the specification; of CBS tables also a span of years, such as 2021-2023: a bundle and a charge for each'
		)
		.addHelpText(
			'after',
			'\nFor example:\n  voorzicht measure armoede.yaml --microdata /data/cbs --period 2023 --out vrijgave-2023\n  voorzicht measure huishoudens.yaml instroom.yaml --microdata /data/cbs --period 2016-2024 --out vrijgaven\n\nThe bundle is signed with the Ed25519 private key (PEM) in VOORZICHT_SIGNING_KEY, or else with a key pair in .voorzicht that\nis made once. Its public half, .voorzicht/signing-key.public.pem, is for those who publish elsewhere.'
		)
		.action(answer((files: string[], options: Options) => run(context, files, options)));
};

async function run(context: Context, files: readonly string[], options: Options): Promise<Answer> {
	const loaded = await Promise.all(files.map((file) => loadSpecification(resolve(context.cwd, file))));
	const asked = byYear(loaded.map((specification) => overYears(specification, options.period)));
	requireOwnNames(asked);
	const microdata = options.microdata && resolve(context.cwd, options.microdata);
	const places = await Promise.all(asked.map((one) => placeOf(one, microdata)));
	const out = options.out && resolve(context.cwd, options.out);
	// A charge is never given back: files of a later release that are missing must be known before the first one.
	const sources = sourcesOf(asked, places);
	if (asked.length > 1) for (const source of sources) await source.validate();
	const signer = await signerOf(context);
	let opened: Promise<Ledger> | undefined;
	const ledger = () => (opened ??= openLedgerOf(context, options.ledger));
	const answers: Answer[] = [];
	try {
		for (const [i, one] of asked.entries()) {
			const work = { context, source: sources[i]!, signer, ledger };
			if (asked.length === 1) return await measureOne(work, one, out);
			context.progress.say(`${one.spec.id}, ${one.spec.period}`);
			answers.push(await measureOne(work, one, out && join(out, nameOf(one))));
			// Told at once: a later one may fail.
			context.progress.say(`${one.spec.id}, ${one.spec.period} is measured: its charge and its bundle stand`);
		}
		return { json: { releases: answers.map(({ json }) => json) }, text: answers.map(({ text }) => text).join('\n') };
	} finally {
		for (const source of sources) await source.close();
		await (await opened?.catch(() => undefined))?.close();
	}
}

/** The releases of the first year, then of the next: of a year the files are read while they are at hand. */
function byYear(spans: readonly (readonly Specification[])[]): Specification[] {
	const longest = Math.max(...spans.map(({ length }) => length));
	return Array.from({ length: longest }, (_, i) => spans.flatMap((span) => span.slice(i, i + 1))).flat();
}

/** @throws InputError when two releases would be the same one */
function requireOwnNames(asked: readonly Specification[]): void {
	const names = asked.map(nameOf);
	const twice = names.find((name, i) => names.indexOf(name) < i);
	if (twice !== undefined)
		throw new InputError(`${twice} is asked twice: give each specification once, or an id of its own.`);
}

/** The source of each release; those of one place are read together where that can be. */
function sourcesOf(asked: readonly Specification[], places: readonly string[]): RecordSource[] {
	const found = new Map<Specification, RecordSource>();
	for (const place of new Set(places)) {
		const own = asked.filter((_, i) => places[i] === place);
		for (const [i, source] of recordSources(own, place).entries()) found.set(own[i]!, source);
	}
	return asked.map((one) => found.get(one)!);
}

interface Work {
	readonly context: Context;
	readonly source: RecordSource;
	readonly signer: Awaited<ReturnType<typeof signerOf>>;
	readonly ledger: () => Promise<Ledger>;
}

async function measureOne(
	{ context, source, ...work }: Work,
	specification: Specification,
	folder?: string
): Promise<Answer> {
	const { id, period = '' } = specification.spec;
	const out = folder ?? resolve(context.cwd, DATA_FOLDER, 'bundles', nameOf(specification));
	const onStep = (step: keyof typeof STEPS) => context.progress.say(STEPS[step]);
	const request = { ...work, specification, place: source.place, entropy: osEntropy(), out, onStep };
	const measured = await measureRelease(request, source);
	const { plan, entry, replayed, unknown } = measured;
	return {
		json: {
			id,
			period,
			bundle: out,
			manifest: measured.manifest,
			signedBy: work.signer.fingerprint,
			entry,
			replayed,
			rho: plan.rho,
			rhoExact: plan.rhoExact,
			epsilon: plan.epsilon,
			delta: plan.delta,
			unknown
		},
		text: [
			replayed
				? `This release was measured before (ledger entry ${entry}): the stored answer is in ${out}, and nothing was charged. New data? Give them a name of their own in source.snapshot.`
				: `Charged rho ${rhoInWords(plan.rhoExact)} (ledger entry ${entry}) and wrote the bundle to ${out}.`,
			...unknown.map(inWords)
		].join('\n')
	};
}

function nameOf({ spec: { id, period = '' } }: Specification): string {
	return `${id}-${period}`;
}

function inWords({ attribute, share }: UnknownShare): string {
	return `About ${Math.round(100 * share)} % of the units have no listed value of ${attribute} (told from the noisy counts). Are its codes spelled as in the data?`;
}

const STEPS = {
	checking: 'Checking the source',
	charging: 'Charging the ledger',
	measuring: 'Measuring',
	writing: 'Writing the bundle'
};

export function withPeriod(specification: Specification, period: string | undefined): Specification {
	if (period === undefined) return specification;
	const name = periodName.safeParse(period);
	if (!name.success) throw new InputError(`--period ${firstIssue(name.error)}`);
	return { ...specification, spec: { ...specification.spec, period } };
}

/** A release for each year of a span such as 2015-2024. A file that is no folder of CBS tables has one period, whatever its name. */
function overYears(specification: Specification, period: string | undefined): Specification[] {
	const isSpan = specification.spec.source?.kind === 'cbs' && period !== undefined && /^\d{4}-\d{4}$/.test(period);
	if (!isSpan) return [withPeriod(specification, period)];
	const [first, last] = years('--period')(period);
	return Array.from({ length: last - first + 1 }, (_, i) => withPeriod(specification, String(first + i)));
}

/** The file or folder with the records, from the command line or from the specification. */
export async function placeOf(specification: Specification, microdata: string | undefined): Promise<string> {
	const { source } = specification.spec;
	if (microdata === undefined) {
		if (source?.kind === 'cbs')
			throw new InputError('CBS tables are read from a folder: name it with --microdata DIR.');
		if (source === undefined)
			throw new InputError(`${specification.spec.id}: source: is missing; only plan works without it.`);
		return sourceFile(specification, undefined, false);
	}
	const found = await stat(microdata).catch(() => null);
	if (found === null) throw new InputError(`--microdata ${microdata} does not exist. Give an existing file or folder.`);
	if (source?.kind === 'cbs') {
		if (!found.isDirectory())
			throw new InputError(`--microdata ${microdata} is a file; CBS tables are read from a folder.`);
		return microdata;
	}
	return sourceFile(specification, microdata, found.isFile());
}
