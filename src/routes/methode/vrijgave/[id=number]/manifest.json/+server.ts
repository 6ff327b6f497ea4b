import { releaseFile } from '$lib/server/release-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params }) => releaseFile('manifest', Number(params.id));
