import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** A small disk of its own at a folder; null where this user may not mount one. */
export function smallDisk(folder: string, megabytes: number): { unmount(): void } | null {
	mkdirSync(folder, { recursive: true });
	const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder];
	if (process.platform !== 'linux' || spawnSync('mount', options, { stdio: 'ignore' }).status !== 0) return null;
	return { unmount: () => void spawnSync('umount', ['-l', folder], { stdio: 'ignore' }) };
}

/** Words of a shell: no file that is written may grow beyond this. Its blocks are of 512 bytes. */
export function fileLimit(bytes: number): string {
	return `ulimit -f ${Math.ceil(bytes / 512)}`;
}
