import type { Edge } from './graph.ts';
import { everywhere, mayUseServer, rooms, serverOnly, type Room } from './rules.ts';

export interface Violation extends Edge {
	readonly rule: string;
}

const inside = (path: string, room: string) => path === room || path.startsWith(`${room}/`);

export function roomOf(file: string): Room | undefined {
	return rooms.filter((room) => inside(file, room.path)).sort((a, b) => b.path.length - a.path.length)[0];
}

/** Every import that the house forbids. */
export function violations(edges: readonly Edge[]): Violation[] {
	return edges.flatMap((edge) => {
		const rule = broken(edge);
		return rule === null ? [] : [{ ...edge, rule }];
	});
}

function broken({ from, to, typeOnly }: Edge): string | null {
	const room = roomOf(from);
	if (room === undefined) return 'a file outside every room';
	const isFile = /^(analytics|src|migrations)\//.test(to);
	if (isFile) {
		if (inside(to, serverOnly) && !typeOnly && !mayUseServer.some((pattern) => pattern.test(from)))
			return `${serverOnly} is for the server only`;
		const home = roomOf(from)!.path;
		if (inside(to, home) || everywhere.includes(to)) return null;
		return room.rooms.some((allowed) => inside(to, allowed)) ? null : `${room.path} may not import ${to}`;
	}
	if (to === 'diffprivlib-js')
		return room.rooms.some((allowed) => inside('analytics/privacy', allowed))
			? null
			: `${room.path} may not import diffprivlib-js`;
	const allowed = room.packages.includes(to) || (to.startsWith('node:') && room.packages.includes('node:*'));
	return allowed ? null : `${room.path} may not import ${to}`;
}
