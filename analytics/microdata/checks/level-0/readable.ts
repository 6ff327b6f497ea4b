import { cbsTables } from '../../tables/registry.ts';
import type { ReadingRule } from '../rule.ts';

export const readable: ReadingRule = {
	id: 'readable',
	level: 0,
	severity: 'error',
	title: 'the records can be read to the end',
	tables: cbsTables,
	reading: true
};
