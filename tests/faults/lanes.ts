import { tidy, type Grounds } from './grounds.ts';
import type { Counts, Scenario } from './scenario.ts';

export interface Verdict {
	readonly name: string;
	readonly counts: Counts;
	readonly seconds: number;
	/** Why not; null: it holds. */
	readonly problem: Error | null;
}

/**
 * Runs scenarios, so many at a time; those that need a server for themselves come last, one by one.
 * @param told is called after each
 */
export async function judge(
	grounds: Grounds,
	scenarios: readonly Scenario[],
	atOnce: number,
	told: (verdict: Verdict) => void
): Promise<void> {
	const crowded = scenarios.filter(({ isCrowded }) => isCrowded);
	const waiting = scenarios.filter(({ isCrowded }) => !isCrowded);
	const lane = async (list: Scenario[]) => {
		for (let next = list.shift(); next !== undefined; next = list.shift()) told(await judged(grounds, next));
	};
	await Promise.all(Array.from({ length: atOnce }, () => lane(waiting)));
	await lane(crowded);
}

async function judged(grounds: Grounds, { name, run }: Scenario): Promise<Verdict> {
	const started = performance.now();
	const own: Grounds = { ...grounds, made: [] };
	const seconds = () => Math.round((performance.now() - started) / 100) / 10;
	try {
		const counts = await run(own);
		return { name, counts, seconds: seconds(), problem: null };
	} catch (error) {
		return { name, counts: {}, seconds: seconds(), problem: error instanceof Error ? error : new Error(String(error)) };
	} finally {
		await tidy(own).catch(() => undefined);
	}
}
