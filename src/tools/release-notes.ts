/** Development only: prints what is new in the version of the manifest. Run by `npm run --silent release-notes`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the list of changes says of a version: its section without the heading.
 * @throws where it has no section of the version, or nothing in it
 */
export function releaseNotes(changes: string, version: string): string {
  const lines = changes.split(/\r?\n/);
  const isHeading = (line: string) => line.startsWith('## ');
  const first = lines.findIndex((line) => line === `## [${version}]` || line.startsWith(`## [${version}] `));
  if (first < 0) throw new Error(`CHANGELOG.md 里没有“## [${version}]”一节，请先写明这一版的改动。`);
  const rest = lines.slice(first + 1);
  const end = rest.findIndex(isHeading);
  const notes = (end < 0 ? rest : rest.slice(0, end)).join('\n').trim();
  if (notes === '') throw new Error(`CHANGELOG.md 里“## [${version}]”一节是空的，请先写明这一版的改动。`);
  return `${notes}\n`;
}

function main(): void {
  const read = (name: string) => readFileSync(join(__dirname, '../..', name), 'utf8');
  try {
    process.stdout.write(releaseNotes(read('CHANGELOG.md'), JSON.parse(read('package.json')).version));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}

if (require.main === module) main();
