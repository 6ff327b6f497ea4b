import { discreteGaussian, osEntropy, Rational } from 'diffprivlib-js';
import { InputError } from '../errors.ts';
import type { Register } from './command.ts';
import { wholeNumber } from './options.ts';

const BATCH = 65_536;
const MOST = 100_000_000;

export const registerNoise: Register = (program, context, answer) => {
	program
		.command('noise')
		.description('Prints draws of the sampler that releases use, one whole number a line, for testing from outside.')
		.requiredOption('--sigma2 <n/d>', 'variance parameter, an exact decimal or fraction')
		.option('--count <n>', 'number of draws', wholeNumber('--count', 1, MOST), 1000)
		.addHelpText('after', '\nFor example:\n  voorzicht noise --sigma2 399/7 --count 100000 > draws.txt')
		.action(
			answer(async (options: { sigma2: string; count: number; json?: boolean }) => {
				const sigma2 = variance(options.sigma2);
				const gaussian = discreteGaussian(sigma2);
				const entropy = osEntropy();
				if (options.json === true) {
					const draws = new Float64Array(options.count);
					gaussian.fill(draws, entropy);
					return { json: { sigma2: sigma2.toString(), count: options.count, draws: [...draws] }, text: '' };
				}
				for (let done = 0; done < options.count; done += BATCH) {
					const draws = new Float64Array(Math.min(BATCH, options.count - done));
					gaussian.fill(draws, entropy);
					await context.write(`${draws.join('\n')}\n`);
				}
				return null;
			})
		);
};

function variance(text: string): Rational {
	const rule = 'it must be a positive decimal or fraction between 1e-6 and 1e18, such as 25 or 399/7';
	let value: Rational;
	try {
		value = Rational.parse(text);
	} catch (error) {
		throw new InputError(`--sigma2 ${text.slice(0, 40)} is not a variance: ${rule}.`, { cause: error });
	}
	if (value.compare(Rational.parse('1e-6')) < 0 || value.compare(Rational.parse('1e18')) > 0)
		throw new InputError(`--sigma2 ${text.slice(0, 40)} is out of range: ${rule}.`);
	return value;
}
