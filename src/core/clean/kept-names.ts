import { simplifiedForm } from '../text/fold';
import type { Span } from '../text/span';

/**
 * Names with a character that stays although tables of conversion turn it (乾 → 干), in simplified characters but for it. OpenCC
 * has the best known (乾隆, 乾陵).
 */
const names = (
  '乾安县 乾县 乾州 乾务镇 乾潭镇 乾西乡 乾佑镇 乾丰镇 乾清宫 乾清门 ' +
  '乾封 乾符 乾宁 乾德 乾兴 乾祐 乾亨 乾统 於潜 於陵 毕昇 濛阳'
).split(' ');
const kept = /[乾於昇濛]/;

/** The names in the text; a county or town may be named without 县 or 镇 where its whole name stands too. */
export function keptNames(text: string): readonly string[] {
  if (!kept.test(text)) return [];
  const plain = plainOf(text);
  return names
    .filter((name) => plain.includes(name))
    .map((name) => (name.length > 2 ? name.replace(/[县镇乡]$/, '') : name));
}

/** The places in a line of the characters that stay for one of the names. */
export function* keptIn(line: string, found: readonly string[]): Generator<Span> {
  if (found.length === 0) return;
  const plain = plainOf(line);
  for (const name of found) {
    const own = name.search(kept);
    for (let at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + name.length)) {
      yield { start: at + own, end: at + own + 1 };
    }
  }
}

/** In simplified characters, unit by unit, but for those that names keep. */
function plainOf(text: string): string {
  return text.replace(/[\u3400-\u9fff]/g, (character) =>
    kept.test(character) ? character : String.fromCharCode(simplifiedForm(character.charCodeAt(0))),
  );
}
