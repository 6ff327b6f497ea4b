import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { enumerateSamplers } from 'diffprivlib-js';
import type { AuditReport } from '../contract/audit.ts';
import { auditCase, seeSamplerFaults, type SamplerCase } from './sampler.ts';

/** What is found without any data: draws, paths of decisions, and planted samplers. */
export type SamplerFindings = Pick<AuditReport, 'sampler' | 'enumeration' | 'faults'>;

interface Task {
	readonly cases: readonly SamplerCase[];
	readonly draws: number;
}

type Message = { readonly share: number } | { readonly findings: SamplerFindings };

export interface SamplerAudits {
	readonly findings: Promise<SamplerFindings>;
	/** Ends the thread, whether it is done or not. */
	stop(): Promise<unknown>;
}

/** Audits the sampler in a thread of its own, beside whatever else goes on. */
export function auditSamplers(task: Task, onShare: (share: number) => void): SamplerAudits {
	const worker = new Worker(new URL(import.meta.url), { workerData: task });
	const findings = new Promise<SamplerFindings>((resolve, reject) => {
		worker.on('error', reject);
		worker.on('message', (message: Message) => {
			if ('share' in message) onShare(message.share);
			else resolve(message.findings);
		});
	});
	// Whoever awaits it later still gets the failure.
	findings.catch(() => {});
	return { findings, stop: () => worker.terminate() };
}

if (!isMainThread && parentPort !== null) {
	const port = parentPort;
	const { cases, draws } = workerData as Task;
	const sampler = cases.map((one, i) => {
		port.postMessage({ share: i / (cases.length + 3) });
		return auditCase(one, draws);
	});
	const faults = seeSamplerFaults(draws);
	port.postMessage({ findings: { sampler, enumeration: enumerateSamplers(), faults } });
}
