import { error, json } from '@sveltejs/kit';
import { answer } from '$lib/server/answer.ts';
import { release } from '$lib/server/queries/release.ts';
import type { RequestHandler } from './$types';

/** The manifest of a release, current or old, with what has become of the release: its version, and what replaced it. */
export const GET: RequestHandler = ({ params }) =>
	answer(async (db) => {
		const found = await release(db, Number(params.id));
		if (found === undefined) error(404);
		const { id, spec, period, version, state, status, bundle_hash: bundle, manifest } = found;
		const document = {
			release: {
				...{ id, spec, period, version, state, status },
				publishedAt: found.published_at,
				supersededAt: found.superseded_at,
				replaces: found.replaces === null ? null : { id: found.replaces, version: found.replaces_version },
				replacedBy: found.replaced_by === null ? null : { id: found.replaced_by, version: found.replaced_by_version },
				regionVintage: found.region_vintage,
				definitions: manifest.definitions,
				bundle
			},
			manifest
		};
		const name = [spec, period, `versie-${version}`, status === 'final' ? 'definitief' : 'voorlopig']
			.concat(state === 'superseded' ? 'vervangen' : [])
			.join('-')
			.replace(/[^A-Za-z0-9.-]+/g, '_');
		return json(document, {
			headers: {
				'Content-Disposition': `attachment; filename="${name}.manifest.json"`,
				'Cache-Control': 'no-cache',
				'X-Release-Version': String(version),
				'X-Release-State': state,
				'X-Release-Status': status,
				...links(found)
			}
		});
	});

/** Where the versions before and after are, in the words of RFC 5829. */
function links(found: { replaces: number | null; replaced_by: number | null }): Record<string, string> {
	const link = (id: number | null, relation: string) =>
		id === null ? [] : [`</methode/vrijgave/${id}/manifest.json>; rel="${relation}"`];
	const all = [...link(found.replaces, 'predecessor-version'), ...link(found.replaced_by, 'successor-version')];
	return all.length === 0 ? {} : { Link: all.join(', ') };
}
