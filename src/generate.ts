/** Development only: writes the files that follow from other data. Run by `npm run generate`; a test keeps them current. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js/t2cn';

/** The simplified form of every traditional character of the basic plane, as two strings of equal length, from OpenCC's data. */
export function traditionalTable(): { traditional: string; simplified: string } {
  const convert = Converter({ from: 't', to: 'cn' });
  let traditional = '';
  let simplified = '';
  for (let unit = 0x3400; unit <= 0x9fff; unit++) {
    const from = String.fromCharCode(unit);
    const to = convert(from);
    // A simplified form outside the basic plane cannot stand in a table of UTF-16 units; those characters are very rare.
    if (to === from || to.length !== 1) continue;
    traditional += from;
    simplified += to;
  }
  return { traditional, simplified };
}

/** Content of the generated files by path from the repository's root. */
export function generatedFiles(): Map<string, string> {
  return new Map([['src/core/text/traditional.json', JSON.stringify(traditionalTable(), null, 1) + '\n']]);
}

if (require.main === module) {
  for (const [path, content] of generatedFiles()) writeFileSync(join(__dirname, '..', path), content);
}
