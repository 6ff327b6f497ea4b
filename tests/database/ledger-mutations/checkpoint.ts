import { lineOf, link, sealWith, sha256, type Seal, type WrittenLink } from '../ledger-writer.ts';
import type { Sample } from '../ledger-sample.ts';
import type { Dice } from './dice.ts';
import type { CheckpointMutation } from './kind.ts';

const linesOf = (text: string) => text.split('\n').slice(0, -1);
const textOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
const forgers: readonly Seal[] = [(prev, body) => sha256(`${prev}\n${body}`), sealWith('a key that somebody guessed')];

/**
 * Places of the lines that count. The remains of a crash and the line of a copy that came second stand for nothing, so what
 * becomes of them changes nothing; so does a line that is there twice. The last entry alone may be missing after a crash.
 */
function counted(lines: readonly string[], { links }: Sample): number[] {
	const hashes = new Set(links.map(({ hash }) => hash));
	return [...lines.keys()].filter((i) => [...hashes].some((hash) => lines[i]!.includes(`"hash":"${hash}"`)));
}

/** Any character, or a digit that leaves a line well-formed. */
function edit(text: string, dice: Dice, sample: Sample): string {
	const lines = linesOf(text);
	const at = dice.pick(counted(lines, sample));
	const line = lines[at]!;
	const digits = [...line.matchAll(/\d/g)].map(({ index }) => index);
	const digit = dice.pick(digits);
	const other = dice.pick([...'0123456789'].filter((character) => character !== line[digit]));
	lines[at] = dice.int(2) === 0 ? dice.typo(line) : line.slice(0, digit) + other + line.slice(digit + 1);
	return textOf(lines);
}

function remove(text: string, dice: Dice, sample: Sample): string {
	const lines = linesOf(text);
	lines.splice(dice.pick(counted(lines, sample).slice(0, -1)), 1);
	return textOf(lines);
}

function cut(text: string, dice: Dice, sample: Sample): string {
	const lines = linesOf(text);
	return textOf(lines.slice(0, dice.pick(counted(lines, sample).slice(0, -1))));
}

function swap(text: string, dice: Dice, sample: Sample): string {
	const lines = linesOf(text);
	const places = counted(lines, sample);
	const [a, b] = dice.two(places.length).map((i) => places[i]!) as [number, number];
	[lines[a], lines[b]] = [lines[b]!, lines[a]!];
	return textOf(lines);
}

/** Another key seals the whole checkpoint, or its end. */
function sealAnew(text: string, dice: Dice, sample: Sample): string {
	const lines = linesOf(text);
	const places = counted(lines, sample);
	const from = dice.int(places.length);
	const seal = dice.pick(forgers);
	const links: WrittenLink[] = sample.links.slice(0, from);
	for (const { body } of sample.links.slice(from)) links.push(link(links.at(-1) ?? null, JSON.parse(body), seal));
	return textOf(lines.slice(0, places[from])) + links.slice(from).map(lineOf).join('');
}

const another = { kind: 'open', lineage: 'nederland', unit: 'person', scope: 'horizon', cap: '1', approvals: [] };

/** A true line that the database never got: it is an older one. */
function getAhead(text: string, dice: Dice, { links, key }: Sample): string {
	const ahead = [links.at(-1)!];
	for (let more = 1 + dice.int(3); more > 0; more--) ahead.push(link(ahead.at(-1)!, another, sealWith(key)));
	return text + ahead.slice(1).map(lineOf).join('');
}

/** A true line in the place of the last one: the database is a copy that went its own way. */
function partWays(text: string, dice: Dice, sample: Sample): string {
	const lines = linesOf(text);
	const places = counted(lines, sample);
	const from = places.length - 1 - dice.int(3);
	const branch = [sample.links[from - 1]!];
	for (let more = 1 + dice.int(4); more > 0; more--) branch.push(link(branch.at(-1)!, another, sealWith(sample.key)));
	return textOf(lines.slice(0, places[from])) + branch.slice(1).map(lineOf).join('');
}

export const checkpointMutations: readonly CheckpointMutation[] = [
	{ kind: 'a line of the checkpoint is edited', of: 'checkpoint', apply: edit },
	{ kind: 'a line of the checkpoint is deleted', of: 'checkpoint', apply: remove },
	{ kind: 'the checkpoint is cut off', of: 'checkpoint', apply: cut },
	{ kind: 'lines of the checkpoint change places', of: 'checkpoint', apply: swap },
	{ kind: 'lines of the checkpoint are sealed with another key', of: 'checkpoint', apply: sealAnew },
	{ kind: 'the checkpoint is ahead of the database', of: 'checkpoint', apply: getAhead },
	{ kind: 'the checkpoint went another way', of: 'checkpoint', apply: partWays },
	{ kind: 'the checkpoint is gone', of: 'checkpoint', apply: (_, dice) => dice.pick([null, '', '{"number":1,']) }
];
