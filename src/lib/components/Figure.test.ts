import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { ShareFigure } from '../format/numbers.ts';
import { messagesFor } from '../messages/index.ts';
import Figure from './Figure.svelte';

const counted = { numerator: 3, numerator_se: 1, denominator: 4_321, denominator_se: 1 };
const shown = { share: 0.25, share_se: 0.01, lower: 0.23, upper: 0.27, reliability: 'A' as const };
const silent = { share: null, share_se: null, lower: null, upper: null, reliability: 'X' as const };

describe.each(['nl', 'en'] as const)('a figure in %s', (lang) => {
	const text = (figure: ShareFigure) =>
		render(Figure, { props: { figure: { ...figure, ...counted }, unit: 'household', lang } }).body.replace(
			/<[^>]*>|<!--.*?-->/g,
			''
		);

	it('tells the counts beside a share', () => {
		expect(text(shown)).toMatch(/25[.,]?0?%/);
		expect(text(shown)).toMatch(/4[.,]321/);
	});

	it('tells what a share of too few is less than, and no count', () => {
		const words = text({ ...silent, lower: 0, upper: 0.5, reliability: 'D' });
		expect(words).toContain(messagesFor(lang).figure.shareBelow('50%'));
		expect(words.replace('50%', '').replace('95%', '')).not.toMatch(/\d/);
	});

	it('tells no count where it tells no share', () => {
		expect(text(silent)).toContain(messagesFor(lang).figure.tooSmall);
		expect(text(silent).replace('95%', '')).not.toMatch(/\d/);
	});
});
