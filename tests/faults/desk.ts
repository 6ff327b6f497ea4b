import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GOOD, REGIONS } from '../database/small-release.ts';
import { freshDatabase, freshFolder, query, type Grounds } from './grounds.ts';
import { freshPlace, type Place } from './place.ts';
import { run, start, type Ended, type Running, type Start } from './program.ts';

const CLI = 'analytics/cli.ts';
const SPEC = GOOD.replace('unit: household }', 'unit: household, snapshot: first }');

/** A folder as a user has it, with invented records, a ledger and a published database, for the real command line. */
export class Desk {
	readonly cwd: string;
	readonly place: Place;
	/** URL of the published database. */
	readonly published: string;

	private constructor(cwd: string, place: Place, published: string) {
		this.cwd = cwd;
		this.place = place;
		this.published = published;
	}

	static async open(grounds: Grounds, name: string): Promise<Desk> {
		const place = await freshPlace(grounds, name);
		const desk = new Desk(freshFolder(grounds, name), place, await freshDatabase(grounds));
		const rows = Array.from(
			{ length: 60 },
			(_, i) => `h${i},${'AB'[i % 2]},${'mv'[i % 3 === 0 ? 0 : 1]},${(i * 37) % 190}`
		);
		desk.write('people.csv', `household,place,sex,income\n${rows.join('\n')}\n`);
		desk.write('regions.csv', REGIONS);
		desk.write('spec.yaml', SPEC);
		return desk;
	}

	path(name: string): string {
		return join(this.cwd, name);
	}

	write(name: string, text: string): void {
		writeFileSync(this.path(name), text);
	}

	read(name: string): string {
		return readFileSync(this.path(name), 'utf8');
	}

	/** The specification with one text in it replaced. */
	writeSpec(name: string, from: string, to: string): void {
		if (!SPEC.includes(from)) throw new Error(`the specification holds no ${from}`);
		this.write(name, SPEC.replace(from, to));
	}

	get env(): Record<string, string> {
		const { url, checkpoint, key } = this.place;
		return {
			VOORZICHT_LEDGER: url,
			VOORZICHT_LEDGER_CHECKPOINT: checkpoint,
			VOORZICHT_LEDGER_KEY: key,
			VOORZICHT_DATABASE: this.published
		};
	}

	run(args: readonly string[], options: Start = {}): Promise<Ended> {
		return run(CLI, args, this.#here(options));
	}

	start(args: readonly string[], options: Start = {}): Running {
		return start(CLI, args, this.#here(options));
	}

	measure(out: string, options: Start = {}): Promise<Ended> {
		return this.run(['measure', 'spec.yaml', '--out', out, '--json'], options);
	}

	/** Every file of a bundle but the ones that say when it was written; null: there is none. */
	answerIn(bundle: string): string | null {
		const folder = join(this.path(bundle), 'measurements');
		if (!existsSync(folder)) return null;
		const hash = createHash('sha256');
		for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
		return hash.digest('hex');
	}

	/** What readers of the dashboard get: what is published, or what was published once. */
	figures(url = this.published, view: 'figure' | 'superseded_figure' = 'figure'): Promise<Record<string, unknown>[]> {
		return query(
			url,
			`select spec, period, indicator, region, attribute, code, numerator, numerator_se, denominator, denominator_se, share
			from published.${view} order by indicator, region, attribute, code, period`
		);
	}

	#here({ env, ...options }: Start): Start {
		return { cwd: this.cwd, env: { ...this.env, ...env }, ...options };
	}
}

/** A command ended well; gives its one JSON document. */
export function done<T>({ code, signal, stdout, stderr }: Ended): T {
	if (code !== 0) throw new Error(`the command ended with ${code ?? signal}: ${stderr}`);
	return JSON.parse(stdout) as T;
}
