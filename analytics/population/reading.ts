import { QualityGateError } from '../errors.ts';
import { UnreadableDataError } from '../engine/engine-error.ts';
import { openEngine, type Engine } from '../engine/engine.ts';
import type { AnalysisFile, Wanted } from './analysis-file.ts';
import { requireUnchanged, stampOf } from './unchanged.ts';

/** Reads the records of the releases into the engine: an analysis file for each, in their order. */
export type Read = (engine: Engine, releases: readonly Wanted[]) => Promise<AnalysisFile[]>;

/** The records of releases that are read together, until each is opened or let go of. */
export class Reading {
	readonly #place: string;
	readonly #releases: readonly Wanted[];
	readonly #check: () => Promise<void>;
	readonly #read: Read;
	readonly #kept = new Map<Wanted, AnalysisFile>();
	#gated = false;

	constructor(place: string, releases: readonly Wanted[], check: () => Promise<void>, read: Read) {
		this.#place = place;
		this.#releases = releases;
		this.#check = check;
		this.#read = read;
	}

	/** Once for all releases: a second release of theirs is not read before the first one, nor later. */
	async gate(): Promise<void> {
		if (this.#gated) return;
		const stamp = await stampOf(this.#place);
		await this.#check();
		const files = await readable(() => this.#opened(this.#releases));
		await requireUnchanged(this.#place, stamp).catch(async (error: unknown) => {
			for (const { engine } of files) await engine.close();
			throw error;
		});
		for (const [i, release] of this.#releases.entries()) this.#kept.set(release, files[i]!);
		this.#gated = true;
	}

	async open(release: Wanted): Promise<AnalysisFile> {
		return this.#handOver(release) ?? (await this.#opened([release]))[0]!;
	}

	async close(release: Wanted): Promise<void> {
		await this.#handOver(release)?.engine.close();
	}

	#handOver(release: Wanted): AnalysisFile | undefined {
		const file = this.#kept.get(release);
		this.#kept.delete(release);
		return file;
	}

	async #opened(releases: readonly Wanted[]): Promise<AnalysisFile[]> {
		const engine = await openEngine({ readable: [this.#place] });
		try {
			return inOneEngine(engine, await this.#read(engine, releases));
		} catch (error) {
			await engine.close();
			throw error;
		}
	}
}

/** The engine closes with the last of the files. */
function inOneEngine(engine: Engine, files: readonly AnalysisFile[]): AnalysisFile[] {
	const open = new Set(files);
	return files.map((file) => {
		const close = async () => {
			if (open.delete(file) && open.size === 0) await engine.close();
		};
		return { ...file, engine: { ...engine, close } };
	});
}

/** @throws QualityGateError when the records cannot be read to the end */
async function readable<T>(open: () => Promise<T>): Promise<T> {
	try {
		return await open();
	} catch (error) {
		if (!(error instanceof UnreadableDataError)) throw error;
		throw new QualityGateError(
			'The microdata cannot be read to the end. Write the files again as csv, parquet or sav.',
			{ cause: error }
		);
	}
}
