import { expect, it } from 'vitest';
import { glanceView } from './glance.server.ts';

type Question = Parameters<typeof glanceView>[0];

const section = (change: number | null) =>
	({ id: 's-arm', change: change === null ? null : { change, is_signal: false } }) as Question['sections'][number];
const watched = (state: string) => ({ id: 's-arm-bewaking', latest: { state } }) as Question['watch'][number];
const watcher = { name: 'Rotterdam', href: '/regio/GM0599#bewaking' };

const blindOf = (question: Partial<Question>) =>
	glanceView({
		...{ sections: [section(0)], watch: [], indicators: [], figures: [], watcher: null, lang: 'nl' },
		...question
	}).blind;

it('sees where a region is watched, however many of its figures are not', () => {
	expect(blindOf({ watch: [watched('too_small'), watched('quiet')], watcher })).toBeNull();
});

it('says that a region is too small to watch alone, and which region around it is watched', () => {
	expect(blindOf({ watcher })).toEqual({ words: expect.stringContaining('te klein om alleen te bewaken'), watcher });
	const words = expect.stringContaining('te klein of te onrustig');
	expect(blindOf({ watch: [watched('too_small')], watcher })).toEqual({ words, watcher });
	expect(blindOf({ watch: [watched('too_small')] })).toEqual({ words, watcher: null });
});

it('says nothing of size where nothing is watched at all, and never that nothing rises where nothing is tested', () => {
	expect(blindOf({})).toBeNull();
	expect(blindOf({ sections: [section(null)] })?.words).toMatch(/te weinig bekend/);
});
