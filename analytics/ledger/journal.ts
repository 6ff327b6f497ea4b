import { closeSync, existsSync, fsyncSync, openSync, readSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { failpoint } from '#faults';
import { OutsideFaultError } from '../errors.ts';
import { Books } from './books.ts';
import { BEGINNING, isSealed, type Head, type Link, type ReconciledBody } from './entry.ts';

const NEWLINE = 10;

/**
 * The checkpoint: a file outside the database to which every entry is added, on the disk, before anybody gets to use it.
 * Adding is a compare-and-swap: whoever adds an entry of a number first has it, and two processes on two copies of one
 * database cannot both. A line counts when it follows the last one that counted, or when it reconciles with that one.
 */
export class Journal {
	readonly file: string;
	readonly #key: string;
	#head: Head = BEGINNING;
	#offset = 0;
	#books = new Books();
	/** Sealed lines of copies that came second; what follows them does not count either. */
	readonly #strangers = new Set<string>();
	/** The file ends in a line that a crash cut short. */
	#torn = false;

	constructor(file: string, key: string) {
		this.file = file;
		this.#key = key;
	}

	/** What the entries that count add up to, as of the last look. */
	get books(): Books {
		return this.#books;
	}

	/** The last entry that counts, after a look at what others added; null when there is no file. */
	head(): Head | null {
		return this.#follow(() => undefined) ? this.#head : null;
	}

	/** Every entry that counts, in the order in which they were added; null when there is no file. */
	links(): Link[] | null {
		const links: Link[] = [];
		this.#forget();
		return this.#follow((link) => links.push(link)) ? links : null;
	}

	/**
	 * Adds entries, on the disk when it returns.
	 * @throws OutsideFaultError when the file cannot be written, or when somebody else had the number first.
	 */
	async add(links: readonly Link[]): Promise<void> {
		const last = links.at(-1);
		if (last === undefined) return;
		const text = links.map(({ number, prev, hash, body }) => `${JSON.stringify({ number, prev, hash, body })}\n`);
		await this.#write(`${this.#torn ? '\n' : ''}${text.join('')}`);
		this.head();
		if (this.#head.hash !== last.hash)
			throw new OutsideFaultError(
				`Another copy of this ledger has added entry ${last.number} to the checkpoint ${this.file} in the same moment. Find out which copy is the ledger, and reconcile the other one with "voorzicht ledger reconcile".`
			);
	}

	/** An empty file before the first commit: from then on, a file that is not there was taken away. */
	async begin(): Promise<void> {
		if (!existsSync(this.file)) await this.#write('');
	}

	/** Synchronously: it happens under the lock of the chain, where the time of a call counts for everybody who waits. */
	async #write(text: string): Promise<void> {
		try {
			const isNew = !existsSync(this.file);
			const file = openSync(this.file, 'a', 0o600);
			try {
				await failpoint('checkpoint-torn', async () => writeSync(file, text.slice(0, text.length / 2)));
				writeFileSync(file, text);
				fsyncSync(file);
			} finally {
				closeSync(file);
			}
			if (isNew) syncFolder(dirname(this.file));
		} catch (error) {
			throw new OutsideFaultError(
				`The checkpoint ${this.file} of the ledger cannot be written. What was charged stays charged; make the place writable before the next try.`,
				{ cause: error }
			);
		}
	}

	/** Reads what was added since the last look. False: there is no file. */
	#follow(see: (link: Link) => void): boolean {
		const news = this.#news();
		if (news === null) return false;
		let [from, unread] = [0, 0];
		for (let end = news.indexOf(NEWLINE); end >= 0; end = news.indexOf(NEWLINE, from)) {
			const link = parse(news.toString('utf8', from, end));
			from = end + 1;
			if (link === null) unread++;
			else if (this.#counts(link)) {
				this.#head = { number: link.number, hash: link.hash };
				this.#books.enter(link);
				unread = 0;
				see(link);
			}
		}
		// An unreadable line is the remains of a crash only when its entry was added again after it.
		if (unread > 0) throw this.#damaged();
		this.#offset += from;
		// A line without its end is being written, or was cut short: it does not count yet.
		this.#torn = from < news.length;
		return true;
	}

	#news(): Buffer | null {
		try {
			const found = statSync(this.file, { throwIfNoEntry: false });
			if (found === undefined) {
				this.#forget();
				return null;
			}
			if (found.size < this.#offset) throw this.#damaged();
			const bytes = Buffer.alloc(found.size - this.#offset);
			if (bytes.length === 0) return bytes;
			const file = openSync(this.file, 'r');
			try {
				return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, this.#offset));
			} finally {
				closeSync(file);
			}
		} catch (error) {
			if (error instanceof OutsideFaultError) throw error;
			throw new OutsideFaultError(`The checkpoint ${this.file} of the ledger cannot be read.`, { cause: error });
		}
	}

	/** Whether a line is the next one. The line of a copy that came second does not count; any other stranger is damage. */
	#counts(link: Link): boolean {
		if (!isSealed(link, this.#key)) throw this.#damaged();
		if (link.number === this.#head.number + 1 && link.prev === this.#head.hash) return true;
		const body = JSON.parse(link.body) as { kind: string } & Partial<ReconciledBody>;
		if (body.kind === 'reconciled')
			if (body.over?.hash === this.#head.hash && body.over.number === this.#head.number) return true;
		if (link.number > this.#head.number && !this.#strangers.has(link.prev)) throw this.#damaged();
		this.#strangers.add(link.hash);
		return false;
	}

	#forget(): void {
		[this.#head, this.#offset, this.#torn, this.#books] = [BEGINNING, 0, false, new Books()];
		this.#strangers.clear();
	}

	#damaged(): OutsideFaultError {
		return new OutsideFaultError(
			`The checkpoint ${this.file} of the ledger is damaged, or sealed with another key than this one. Restore the file or the key.`
		);
	}
}

function parse(line: string): Link | null {
	try {
		const { number, prev, hash, body } = JSON.parse(line) as Record<keyof Link, unknown>;
		return Number.isSafeInteger(number) &&
			typeof prev === 'string' &&
			typeof hash === 'string' &&
			typeof body === 'string'
			? { number: number as number, prev, hash, body }
			: null;
	} catch {
		return null;
	}
}

function syncFolder(path: string): void {
	if (process.platform === 'win32') return;
	const folder = openSync(path, 'r');
	try {
		fsyncSync(folder);
	} finally {
		closeSync(folder);
	}
}
