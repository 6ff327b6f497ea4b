import { releaseFile } from '$lib/server/release-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params }) => releaseFile('signature', Number(params.id));
