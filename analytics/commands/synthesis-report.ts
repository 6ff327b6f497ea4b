import { resolve } from 'node:path';
import { synthesisReport } from '../synthetic/report/report.ts';
import { reportText } from '../synthetic/report/text.ts';
import type { Answer, Context } from './command.ts';

/** A folder of invented tables beside published figures. What is not reached is in the text; the exit code is 0. */
export async function reportAnswer(context: Context, folder: string): Promise<Answer> {
	const step = context.progress.step('Comparing with published figures');
	const report = await synthesisReport(resolve(context.cwd, folder));
	step.done();
	return { json: report, text: reportText(report) };
}
