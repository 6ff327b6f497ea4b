import type { Texts } from '../nl.ts';
import type { privacy as nl } from '../nl/privacy.ts';

export const privacy: Texts<typeof nl> = {
	title: 'Privacy',
	heading: 'What do these figures know about you?',
	lead: 'Nothing about you alone. Here are counts with noise. A figure does not show whether your household was counted.',
	factsTitle: 'In short',
	facts: [
		'This website holds no data about people. No names, no addresses and no numbers.',
		'Noise was added to every count before it came out. It cannot be taken away again.',
		'We say nothing about small groups. Below about 10 households there is no figure, at most “less than 4%”.',
		'We do not follow you here. There are no cookies, and no other website sees that you are here.'
	],
	tryTitle: 'Are you in or out? Guess for yourself',
	story: (others: string) =>
		`Take an invented street. Without your household, ${others} households there have debts. If your household counts, it is one more. Only a count with noise comes out.`,
	same: 'This is the same noise as in the real figures. We take the table with the least noise, where guessing is easiest.',
	published: 'This count comes out:',
	question: 'Does your household count?',
	yes: 'Yes, it counts',
	no: 'No, it does not',
	right: (truth: string) => `Right. ${truth}`,
	wrong: (truth: string) => `Not right. ${truth}`,
	wasIn: 'The household was counted.',
	wasOut: 'The household was not counted.',
	score: (right: string, all: string) => `You guessed ${right} of ${all} right.`,
	automatic: 'Let the computer guess 1,000 times',
	automaticDone: (right: string, all: string) =>
		`The computer guessed ${right} of ${all} right, in the best way of guessing.`,
	best: (chance: string) =>
		`Who guesses as well as possible is right ${chance} of the time in the long run. Tossing a coin gives 50%.`,
	noScript: 'Guessing yourself needs JavaScript. The chart below shows the same.',
	chartCaption: 'Which count comes out, with and without your household',
	chartNote: 'The two shapes nearly coincide. That is why the count says next to nothing about you.',
	counted: 'you are counted',
	left: 'you are not counted',
	axis: 'count that comes out',
	chanceLabel: (n: string, counted: string, left: string) =>
		`${n}: chance ${counted} if you are counted, ${left} if you are not`,
	publishedHead: 'Count',
	whyTitle: 'Why noise?',
	why: [
		'Without noise somebody can subtract counts from each other. Sometimes that gives away a secret of one household.',
		'With noise that fails. A count is then never exact. For a whole municipality that matters little. For one household it matters most.'
	],
	whyLink: 'More about the noise',
	spentTitle: 'What was spent, and on what?',
	spent: [
		'Every release gives a little away. How much is called rho. Every group of people has a fixed budget. When it is spent, nothing more is added.',
		'Every expense is in a ledger, sealed with a key. Whoever changes anything in it is found out.'
	],
	purpose: 'For what',
	periods: 'About',
	periodRange: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
	protects: 'Protects',
	answers: 'Times paid',
	rho: 'Rho',
	spentCaption: 'Spending by subject, old versions included',
	togetherTitle: 'All together',
	together: (source: string, unit: string, rho: string, chance: string) =>
		`All figures from “${source}” together: rho ${rho} for ${unit}. Suppose somebody uses them all, and already knows everything about everybody else. Then their guess about you is right at most ${chance} of the time.`,
	togetherNote: 'That bound always holds. In practice nobody knows that much, and guesses wrong more often.',
	units: { person: 'every person', household: 'every household' },
	spentLink: 'Every release with its cost',
	nothingSpent: 'Nothing has been published yet, so nothing was spent.',
	auditTitle: 'Was it tested?',
	auditPassed: (at: string) => `Yes. We attacked our own figures, on ${at}. The test passed.`,
	auditFailed: (at: string) => `The test of ${at} did not pass. Until this is mended, nothing new should be added.`,
	auditNone: 'No test has been published here yet.',
	auditLink: 'What was tested',
	askTitle: 'Questions, or would you rather talk to someone?',
	ask: 'Call or visit your municipality. You can also ask there which data about you are known, and whether they are right. Help with money worries is there without a computer too.'
};
