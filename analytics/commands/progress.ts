import { SingleBar } from 'cli-progress';

/** Tells on stderr what is going on: a line a step, and on a terminal a bar while a step lasts. */
export interface Progress {
	/** Starts a step; `report` takes the share that is done, 0 to 1. */
	step(title: string): { report(share: number): void; done(detail?: string): void };
	/** A line by itself. */
	say(line: string): void;
}

export function terminalProgress(stream: NodeJS.WriteStream, now: () => number): Progress {
	return {
		say: (line) => void stream.write(`${line}\n`),
		step(title) {
			const started = now();
			const bar = stream.isTTY
				? new SingleBar({
						stream,
						format: `${title} [{bar}] {percentage} %`,
						clearOnComplete: true,
						fps: 5
					})
				: null;
			if (bar === null) stream.write(`${title} ...\n`);
			else bar.start(100, 0);
			return {
				report: (share) => bar?.update(Math.round(share * 100)),
				done(detail) {
					bar?.stop();
					const seconds = ((now() - started) / 1000).toFixed(1);
					stream.write(`${title}: ${detail === undefined ? 'done' : detail} (${seconds} s)\n`);
				}
			};
		}
	};
}

/** For `--json` in scripts and for tests: says nothing. */
export const silentProgress: Progress = { say: () => {}, step: () => ({ report: () => {}, done: () => {} }) };
