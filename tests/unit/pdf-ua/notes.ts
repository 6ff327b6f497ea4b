import type { File, Finding } from './file.ts';
import { nameOf } from './tree.ts';

/** Notes can be referred to (checkpoint 19), and numbered lists say how they are numbered (16). */
export function notes({ pdf, tree }: File): Finding[] {
	const all = tree.nodes.filter(({ type }) => type === 'Note');
	const ids = tree.nodes.map(({ dict }) => pdf.get(dict.ID)).filter((id) => id !== null);
	return all.flatMap((note) => {
		const id = pdf.get(note.dict.ID);
		if (typeof id !== 'string' || id === '') return [{ condition: '19-003', where: nameOf(note) }];
		return ids.filter((one) => one === id).length > 1 ? [{ condition: '19-004', where: nameOf(note) }] : [];
	});
}
