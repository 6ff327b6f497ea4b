import { error } from '@sveltejs/kit';
import type { ReleaseView } from '../../../analytics/contract/published.ts';
import { answer } from './answer.ts';
import { bundle, release } from './queries/release.ts';

type File = 'manifest' | 'signature';

/**
 * A file of the bundle of a release, current or old, byte for byte as it was signed. Of a release whose files were not kept,
 * the manifest is what the database has of it. Which release it is, and what has become of it, stands in headers and file name.
 */
export function releaseFile(file: File, id: number): Promise<Response> {
	return answer(async (db) => {
		const found = await release(db, id);
		if (found === undefined) error(404);
		const kept = (await bundle(db, found.bundle_hash))?.[file];
		const body = kept ?? (file === 'manifest' ? JSON.stringify(found.manifest, null, '\t') : error(404));
		return new Response(body, {
			headers: {
				'Content-Type': 'application/json',
				'Content-Disposition': `attachment; filename="${nameOf(found)}.${file}.json"`,
				'Cache-Control': 'no-cache',
				'X-Release-Version': String(found.version),
				'X-Release-State': found.state,
				'X-Release-Status': found.status,
				...links(found, file)
			}
		});
	});
}

function nameOf({ spec, period, version, status, state }: ReleaseView): string {
	return [spec, period, `versie-${version}`, status === 'final' ? 'definitief' : 'voorlopig']
		.concat(state === 'superseded' ? 'vervangen' : [])
		.join('-')
		.replace(/[^A-Za-z0-9.-]+/g, '_');
}

/** Where the versions before and after are, in the words of RFC 5829. */
function links({ replaces, replaced_by }: ReleaseView, file: File): Record<string, string> {
	const link = (id: number | null, relation: string) =>
		id === null ? [] : [`</methode/vrijgave/${id}/${file}.json>; rel="${relation}"`];
	const all = [...link(replaces, 'predecessor-version'), ...link(replaced_by, 'successor-version')];
	return all.length === 0 ? {} : { Link: all.join(', ') };
}
