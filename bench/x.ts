import { DuckDBConnection } from '@duckdb/node-api';
import { loadSpecification } from '../analytics/specification/load.ts';
import { recordSource } from '../analytics/population/source.ts';
const log: {q:string; ms:number; cpu:number}[] = [];
for (const name of ['run'] as const) {
  const o = (DuckDBConnection.prototype as any)[name];
  (DuckDBConnection.prototype as any)[name] = async function (...a: any[]) { const c=process.cpuUsage(), t=performance.now(); const r = await o.apply(this,a); const d=process.cpuUsage(c); log.push({q:String(a[0]).replace(/\s+/g,' ').slice(0,+(process.argv[7]??230)), ms: performance.now()-t, cpu:(d.user+d.system)/1e3}); return r; };
}
const { spec, domain } = await loadSpecification(process.argv[3]!);
const source = recordSource({ ...spec, period: process.argv[4]! }, domain, process.argv[2]!);
const c0=process.cpuUsage(); const t0=performance.now();
if (process.argv[5]==='gate') await source.gate(); else await source.open();
const c1=process.cpuUsage(c0); console.log('total', ((performance.now()-t0)/1e3).toFixed(1), 'cpu', ((c1.user+c1.system)/1e6).toFixed(1), 'rss', (process.resourceUsage().maxRSS/1024)|0);
log.sort((a,b)=>b.cpu-a.cpu);
for (const l of log.slice(0,+(process.argv[6]??30))) console.log(l.cpu.toFixed(0).padStart(7), l.ms.toFixed(0).padStart(7), l.q);
console.log(log.length,'queries');
process.exit(0);
