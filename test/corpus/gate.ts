/**
 * Measures the wrong wordings of the lexicon on good text and compares their records: `npm run gate`, `npm run gate -- --write`.
 * A record says how often a row stands in the documents of even and of odd number; what stands there was read and is a fault of
 * the text itself. The text lies beside the repository and is no part of it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readSlipRow } from '../../src/core/lexicon/slips';
import { Lines } from '../../src/core/text/lines';
import { ParagraphMemory } from '../../src/core/text/paragraph';
import { builtInFiles, builtInLexicon } from '../../src/built-in-lexicon';
import { hasMaterial, material } from './material';

/** Kinds of text that are edited: transcripts of news, reports, laws, literature. */
const goodKinds = ['news', 'report', 'law', 'literature'];

/** Hits by wrong wording, in even and in odd documents. */
type Hits = ReadonlyMap<string, readonly [number, number]>;

function documentsOf(kind: string): string[] {
  const text = gunzipSync(readFileSync(material('corpus', `${kind}.txt.gz`))).toString();
  return text.split(/^=== id=.*\n/m).slice(1);
}

function measure(): { hits: Hits; characters: number } {
  const hits = new Map<string, [number, number]>();
  let characters = 0;
  for (const document of goodKinds.flatMap(documentsOf).entries()) {
    const [number, text] = document;
    characters += text.length;
    for (const { paragraph } of new ParagraphMemory().paragraphsOf(text, new Lines(text))) {
      for (const { slip } of paragraph.read(builtInLexicon.placesIn).slips) {
        const counts = hits.get(slip.wrong) ?? [0, 0];
        counts[number % 2]++;
        hits.set(slip.wrong, counts);
      }
    }
  }
  return { hits, characters };
}

/** The row with its record as measured. */
function recorded(row: string, hits: Hits): string {
  const counts = (readSlipRow(row)?.wrong ?? []).map((wrong) => hits.get(wrong) ?? [0, 0]);
  const sum = (at: 0 | 1) => counts.reduce((total, each) => total + each[at], 0);
  return `${row.split(' | ')[0]} | ${sum(0)} ${sum(1)}`;
}

function run(write: boolean): void {
  if (!hasMaterial('corpus')) {
    console.error(`没有找到用来测量的语料：${material('corpus')}`);
    process.exitCode = 2;
    return;
  }
  const { hits, characters } = measure();
  let differing = 0;
  for (const [name, { slips = [] }] of builtInFiles) {
    if (slips.length === 0) continue;
    const path = join(__dirname, '../../src/data/lexicon', name);
    let json = readFileSync(path, 'utf8');
    for (const row of slips.flatMap(({ rows }) => rows)) {
      const now = recorded(row, hits);
      if (now === row) continue;
      differing++;
      console.log(`${name}：${row} ⇒ ${now.split(' | ')[1]}`);
      json = json.replace(JSON.stringify(row), JSON.stringify(now));
    }
    json = json.replace(/"measured": \{[^}]*\}/, `"measured": { "characters": ${characters}, "date": "${today()}" }`);
    if (write) writeFileSync(path, json);
  }
  console.log(`${characters} 字，${differing} 条记录不同`);
  if (differing > 0 && !write) process.exitCode = 1;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

run(process.argv.includes('--write'));
