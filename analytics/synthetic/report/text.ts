import type { Line, Verdict } from './judge.ts';
import type { Compared, Report } from './report.ts';

/** A longer comparison shows only what is missed. */
const SHOWN_WHOLE = 120;
const HEADER = ['verdict', 'published', 'synthetic', 'difference', 'goal', 'sampling error', ''];

/** The report for people. */
export function reportText(report: Report): string {
	const { years, persons, counts, comparisons } = report;
	const whole = (n: number) => n.toLocaleString('en');
	return [
		'An invented Netherlands beside published figures (CBS)',
		`${whole(persons)} persons in households at the end of ${years.at(-1)}; years ${years[0]} to ${years.at(-1)}.`,
		`Goals: ${counted(counts)}.`,
		'Undecided: off by more than the goal, but by no more than two sampling errors beyond it; a larger population tells.',
		'The sampling error is that of the synthetic figure if this many units were drawn after the published one; of a correlation or a',
		'mean difference it is half of what such a draw would take or add.',
		...comparisons.map(section),
		''
	].join('\n');
}

function section({ title, counted: how, lines, absent }: Compared): string {
	const counts = { reached: 0, undecided: 0, missed: 0 };
	for (const { verdict } of lines) counts[verdict]++;
	const shown = lines.length > SHOWN_WHOLE ? lines.filter(({ verdict }) => verdict === 'missed') : lines;
	const kept = shown.length < lines.length ? ' Only what is missed is shown.' : '';
	return [
		'',
		title,
		...wrapped(how),
		...(lines.length === 0 ? [] : [`  Goals: ${counted(counts)}.${kept}`, ...table(shown)]),
		...absent.map(
			({ what, figures }) => `  Not in this folder: ${what} (${figures} figure${figures === 1 ? '' : 's'}).`
		)
	].join('\n');
}

/** Words in lines of at most 120 characters. */
function wrapped(text: string): string[] {
	const lines = ['  '];
	for (const word of text.split(' ')) {
		const last = lines.at(-1)!;
		if (last.length + word.length > 120) lines.push(`  ${word}`);
		else lines[lines.length - 1] = last.trim() === '' ? `  ${word}` : `${last} ${word}`;
	}
	return lines;
}

function counted(counts: Readonly<Record<Verdict, number>>): string {
	return `${counts.reached} reached, ${counts.undecided} undecided, ${counts.missed} missed`;
}

function table(lines: readonly Line[]): string[] {
	const cells = [HEADER, ...lines.map(row)];
	const widths = HEADER.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
	return cells.map((row) =>
		`  ${row.map((cell, column) => (column > 0 && column < 6 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join('  ')}`.trimEnd()
	);
}

function row(line: Line): string[] {
	const { name, published, synthetic, difference, samplingError, goal, verdict } = line;
	const plain = (value: number | null) => (value === null ? '' : value.toFixed(3));
	const percent = (value: number | null) => (value === null ? '' : `${(100 * value).toFixed(2)} %`);
	const write = line.as === 'percent' ? percent : plain;
	const signed = (text: string, value: number) => (value >= 0 ? `+${text}` : text);
	const off = goal.kind === 'relative' ? `${(100 * difference).toFixed(1)} %` : write(difference);
	return [
		verdict,
		write(published),
		write(synthetic),
		signed(off, difference),
		goalText(line),
		write(samplingError),
		name
	];
}

function goalText({ goal, as }: Line): string {
	if (goal.kind === 'relative') return `within ${+(100 * goal.within).toFixed(1)} %`;
	const value = goal.kind === 'points' ? goal.within : goal.value;
	const text =
		as === 'percent' ? `${+(100 * value).toFixed(2)}${goal.kind === 'points' ? ' points' : ' %'}` : String(value);
	return `${goal.kind === 'points' ? 'within' : 'at least'} ${text}`;
}
