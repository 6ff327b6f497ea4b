import { firstState, releaseStates, stateMeanings, transitions } from '../analytics/contract/release-state.ts';

/** docs/release-states.md: the states of a release as a diagram and as tables, from the list that the code uses. */
export function releaseStatesPage(): string {
	const last = releaseStates.filter((state) => transitions.every(({ from }) => from !== state));
	return [
		'# The states of a release',
		'',
		'Generated from `analytics/contract/release-state.ts` by `npm run generate`. The database enforces these steps and refuses every',
		'other one (`migrations/published/20261124-release-states.ts`); a test compares the two lists.',
		'',
		'```mermaid',
		'stateDiagram-v2',
		`    [*] --> ${firstState}: publish`,
		...transitions.map(({ from, to, when }) => `    ${from} --> ${to}: ${when}`),
		...last.map((state) => `    ${state} --> [*]`),
		'```',
		'',
		...table(
			['from', 'to', 'when'],
			transitions.map(({ from, to, when }) => [from, to, when])
		),
		'',
		...table(
			['state', 'its figures', 'seen by'],
			releaseStates.map((state) => [state, stateMeanings[state].content, stateMeanings[state].seenBy])
		),
		''
	].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
	return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
