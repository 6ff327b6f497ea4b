import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { openLedger } from '../../analytics/ledger/open.ts';
import { openEmbedded } from '../../analytics/postgres/embedded.ts';
import { voorzicht, type Run } from './command.ts';
import { GOOD, REGIONS } from './small-release.ts';

/** Values that are in the files of a workplace, and may show nowhere else. */
export const CANARIES = ['987654321', '76543.21', 'Canaria', 'Kanarie', 'geheim'];

const PEOPLE = [
	'household,name,place,age,sex,income',
	'987654321,Canaria Kanarie,A,33,m,76543.21',
	'987654322,Bea Kanarie,B,44,v,50',
	''
].join('\n');

/** A folder as a user has it: a specification, records, and a database and ledger in the default place. */
export class Workplace {
	readonly cwd: string;
	readonly #close: () => Promise<void>;
	readonly database: string;

	private constructor(cwd: string, database: string, close: () => Promise<void>) {
		this.cwd = cwd;
		this.database = database;
		this.#close = close;
	}

	static async open(): Promise<Workplace> {
		const cwd = mkdtempSync(join(inject('scratch'), 'workplace-'));
		chmodSync(cwd, 0o755);
		// Held open, so that not every command starts a server of its own.
		const server = await openEmbedded(join(cwd, '.voorzicht', 'postgres'));
		const place = new Workplace(cwd, server.url('voorzicht'), () => server.close());
		place.write('regions.csv', REGIONS);
		place.write('people.csv', PEOPLE);
		place.write('good.yaml', GOOD);
		return place;
	}

	close(): Promise<void> {
		return this.#close();
	}

	path(name: string): string {
		return join(this.cwd, name);
	}

	write(name: string, text: string): void {
		mkdirSync(join(this.path(name), '..'), { recursive: true });
		writeFileSync(this.path(name), text);
	}

	/** The specification with one text in it replaced. */
	writeSpec(name: string, from: string | RegExp, to: string): void {
		const text = GOOD.replace(from, to);
		if (text === GOOD) throw new Error(`${name} is the good specification`);
		this.write(name, text);
	}

	/** A copy of a folder in which one file is changed. */
	variant(folder: string, name: string, file: RegExp, change: (text: string) => string): void {
		cpSync(this.path(folder), this.path(name), { recursive: true });
		const found = readdirSync(this.path(name)).find((one) => file.test(one));
		if (found === undefined) throw new Error(`no file ${String(file)}`);
		const path = join(name, found);
		this.write(path, change(readFileSync(this.path(path), 'utf8')));
	}

	run(...args: string[]): Promise<Run> {
		return voorzicht(args, this.cwd);
	}

	/** Runs a command with settings in its environment. */
	runWith(env: Record<string, string>, ...args: string[]): Promise<Run> {
		return voorzicht(args, this.cwd, env);
	}

	/** Everything that a command can change: entries of the ledger, releases, and files outside the server's folder. */
	async state(): Promise<unknown> {
		const ledger = await openLedger(`embedded:${this.path('.voorzicht/postgres')}`);
		const history = await ledger.history();
		const verified = await ledger.verify();
		await ledger.close();
		const client = new pg.Client({ connectionString: this.database });
		await client.connect();
		const { rows } = await client.query('select * from store.release order by id');
		await client.end();
		const files = readdirSync(this.cwd, { recursive: true })
			.map(String)
			.filter((name) => !/^\.voorzicht[\\/]postgres/.test(name));
		return { history, verified, releases: rows, files: files.sort() };
	}
}
