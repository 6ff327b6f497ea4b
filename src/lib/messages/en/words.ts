import type { Texts } from '../nl.ts';
import type { words as nl } from '../nl/words.ts';

export const words: Texts<typeof nl> = {
	title: 'Words explained',
	lead: 'You meet these words on the pages. Here is what they mean.',
	terms: [
		{ term: 'assumption', meaning: 'Something we take as true because we do not know it exactly.' },
		{ term: 'API', meaning: 'An address where a computer program can fetch the figures.' },
		{ term: 'unfit for work', meaning: 'Not able to work, or to work less, because of illness or a disability.' },
		{ term: 'audit', meaning: 'An examination of whether something is right.' },
		{ term: 'Brier score', meaning: 'A measure of how well chances were estimated. Low is good.' },
		{ term: 'COROP area', meaning: 'A group of municipalities around a larger place. The Netherlands has 40.' },
		{ term: 'csv', meaning: 'A file with a table as plain text. Excel can open it.' },
		{ term: 'delta', meaning: 'The small chance that the promise about epsilon does not hold.' },
		{ term: 'epsilon', meaning: 'A measure of what figures can give away about one household at most. Low is safe.' },
		{ term: 'indicator', meaning: 'A figure that says something about a subject, such as low income.' },
		{ term: 'interval', meaning: 'A lowest and a highest value. The true number nearly always lies between them.' },
		{ term: 'inflow', meaning: 'Those who were added in a period.' },
		{ term: 'JSON-stat', meaning: 'A file of figures for computer programs.' },
		{ term: 'quantile', meaning: 'A value with a fixed part below it. Half lies below the middle value, for example.' },
		{ term: 'remission', meaning: 'A debt that need not be paid any more.' },
		{ term: 'part of the country', meaning: 'A group of provinces: north, east, west or south.' },
		{ term: 'life event', meaning: 'Something that changes your life, such as a separation or a child.' },
		{ term: 'licence', meaning: 'The rules for who wants to use something.' },
		{ term: 'manifest', meaning: 'A list of what a release holds.' },
		{ term: 'margin', meaning: 'How much higher or lower a figure may be.' },
		{ term: 'measurement', meaning: 'Counting once, with noise added.' },
		{ term: 'reference date', meaning: 'The day on which was counted.' },
		{ term: 'percentage point', meaning: 'The difference of two percentages. From 4% to 6% is 2 percentage points.' },
		{ term: 'release', meaning: 'Figures that came out together.' },
		{ term: 'register', meaning: 'A list that government keeps, of incomes for example.' },
		{
			term: 'rho',
			meaning: 'The price of a release: how much it gives away about one household at most. Low is safe.'
		},
		{ term: 'noise', meaning: 'A random number that was added to every count. So nobody can be recognised.' },
		{ term: 'sha-256', meaning: 'A long code that belongs to one file. If the file changes, the code changes.' },
		{ term: 'sigma²', meaning: 'A measure of how large the noise is.' },
		{ term: 'signal', meaning: 'Something that rises more than noise and season explain.' },
		{ term: 'standard error', meaning: 'How much a figure usually differs because of the noise.' },
		{ term: 'sample', meaning: 'A part of the people, chosen by lot.' },
		{ term: 'p-value', meaning: 'The chance of such an outcome if nothing is the matter. Low is suspect.' },
		{ term: 'outflow', meaning: 'Those who left in a period.' },
		{ term: 'ratio', meaning: 'How many times as large or as often something is.' },
		{ term: 'xlsx', meaning: 'A file for Excel.' },
		{
			term: 'civic integration',
			meaning: 'Learning Dutch and how the Netherlands works, if you come from another country.'
		},
		{ term: 'surviving relative', meaning: 'Family or partner of somebody who died.' },
		{ term: 'prioritise', meaning: 'To choose what you do first.' },
		{ term: 'student finance', meaning: 'Money from the government for following an education.' },
		{ term: 'validate', meaning: 'To examine whether figures and warnings are right.' },
		{ term: 'accountability', meaning: 'Explaining what you did, and why.' },
		{ term: 'rule of thumb', meaning: 'A simple rule that is often good enough.' },
		{ term: 'breadcrumbs', meaning: 'The row above a page: from all of the Netherlands to this region.' },
		{ term: 'quantity', meaning: 'What a number measures, such as a share or a count.' }
	]
};
