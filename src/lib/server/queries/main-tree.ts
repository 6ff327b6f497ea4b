import type { Published } from '../db.ts';
import { indicators } from './indicators.ts';

/** The region tree of the first indicator, which has places on the map if any has; null when nothing is published by region. */
export async function mainTree(db: Published): Promise<string | null> {
	return (await indicators(db))[0]?.tree ?? null;
}
