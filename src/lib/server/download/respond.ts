import { setImmediate } from 'node:timers/promises';
import type { Format } from '../../downloads.ts';
import { csvFile } from './csv-file.ts';
import type { Dataset } from './dataset.ts';
import { jsonStat } from './json-stat.ts';
import { xlsxFile } from './xlsx.ts';

const types: Record<Format, string> = {
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	json: 'application/json'
};

/** A set of figures as a file. */
export async function respond(dataset: Dataset, format: Format): Promise<Response> {
	return new Response(await bodyOf(dataset, format), { headers: fileHeaders(dataset.about.name, format) });
}

export function fileHeaders(name: string, format: Format): Record<string, string> {
	return {
		'Content-Type': types[format],
		'Content-Disposition': `attachment; filename="${name}.${format}"`,
		'Cache-Control': 'no-cache'
	};
}

async function bodyOf(dataset: Dataset, format: Format): Promise<string | Uint8Array<ArrayBuffer>> {
	if (format === 'csv') return csvFile(dataset);
	if (format === 'json') {
		const whole = jsonStat(dataset);
		// Before it is written out others have their turn.
		await setImmediate();
		return JSON.stringify(whole);
	}
	return xlsxFile(dataset);
}
