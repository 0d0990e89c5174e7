import { review as A } from '/tmp/proof/base/src/core/review/review';
import { builtInLexicon as LA } from '/tmp/proof/base/src/built-in-lexicon';
import { review as B } from './src/core/review/review';
import { builtInLexicon as LB } from './src/built-in-lexicon';
import { numberFaults } from './src/core/rules/number-logic';
import { Lines } from './src/core/text/lines';
import { ParagraphMemory } from './src/core/text/paragraph';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
const report = gunzipSync(readFileSync('/work/shared/corpus/report.txt.gz')).toString().replace(/^=== .*$/gm, '');
const text = report.slice(0, 300000);
const o = { today: '2026-11-28', asOf: 'today' } as any;
const cpu = (f: () => unknown) => { const s = process.cpuUsage(); f(); const e = process.cpuUsage(s); return (e.user + e.system) / 1000; };
const min: Record<string, number> = {};
const t = (n: string, f: () => unknown) => { min[n] = Math.min(min[n] ?? 1e9, cpu(f)); };
for (let i = 0; i < 14; i++) {
  t('base', () => A(text, { ...o, lexicon: LA }));
  t('proof', () => B(text, { ...o, lexicon: LB }));
  const fresh = () => new ParagraphMemory().paragraphsOf(text, new Lines(text)).map(({ paragraph }) => (paragraph.folded, paragraph.lines, paragraph));
  const p1 = fresh(), p2 = fresh();
  t('places base', () => p1.forEach((p) => LA.placesIn(p as any)));
  t('places proof', () => p2.forEach((p) => LB.placesIn(p as any)));
  t('numbers', () => p1.forEach((p) => numberFaults(p.text)));
}
console.log(Object.entries(min).map(([k, v]) => `${k} ${v.toFixed(1)}`).join('  '), (100 * min.proof / min.base).toFixed(1) + '%');
