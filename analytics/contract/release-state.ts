/**
 * The life of a release. The database enforces it (migration 20261124-release-states holds the same list); this is where the
 * code, the command line and docs/release-states.md read it.
 */
export const releaseStates = ['draft', 'checked', 'published', 'superseded'] as const;
export type ReleaseState = (typeof releaseStates)[number];

/** The state in which every release is stored. */
export const firstState: ReleaseState = 'draft';

export interface Transition {
	readonly from: ReleaseState;
	readonly to: ReleaseState;
	/** What makes it happen. */
	readonly when: string;
}

/** Every step that a release can take; there is no way back. */
export const transitions: readonly Transition[] = [
	{
		from: 'draft',
		to: 'checked',
		when: 'every announced figure and signal is there; the program has verified the bundle'
	},
	{ from: 'checked', to: 'published', when: 'the pointer of its period switches to it' },
	{ from: 'published', to: 'superseded', when: 'the pointer switches to a later version' }
];

/** What a state means: whether figures can still be added, and who can see them. */
export const stateMeanings: Readonly<Record<ReleaseState, { readonly content: string; readonly seenBy: string }>> = {
	draft: { content: 'grows, and never changes', seenBy: 'publisher' },
	checked: { content: 'frozen', seenBy: 'publisher' },
	published: { content: 'frozen', seenBy: 'everyone, as the figures of its period' },
	superseded: { content: 'frozen', seenBy: 'everyone, as an old version' }
};

/** The next state on the way to publication, or null. */
export function nextState(state: ReleaseState): ReleaseState | null {
	return transitions.find(({ from }) => from === state)?.to ?? null;
}
