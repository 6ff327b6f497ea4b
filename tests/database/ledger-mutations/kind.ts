import type { ClientBase } from 'pg';
import type { Sample } from '../ledger-sample.ts';
import type { Dice } from './dice.ts';

/** Somebody who has the whole database in hand, but not the key, does something to it. */
export interface DatabaseMutation {
	readonly kind: string;
	/** The rows change, in a database without triggers and constraints; or the schema does. */
	readonly of: 'rows' | 'schema';
	/** A statement that the database refuses is no mutation, and is tried again with other choices. */
	readonly apply: (client: ClientBase, dice: Dice, sample: Sample) => Promise<unknown>;
}

/** Somebody has the checkpoint in hand, but not the key. */
export interface CheckpointMutation {
	readonly kind: string;
	readonly of: 'checkpoint';
	/** @returns the new text, or null: the file is gone */
	readonly apply: (text: string, dice: Dice, sample: Sample) => string | null;
}

export type Mutation = DatabaseMutation | CheckpointMutation;
