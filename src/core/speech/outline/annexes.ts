import type { Span } from '../../text/span';
import { contentStart, readMarker, skipBlanks } from './headings';

const announcesAnnexes = /^附[件表图]?[：:]/;

/** The paragraphs, by their indexes, that list annexes: 附件：1.方案 / 2.名单. They name papers and head nothing. */
export function findAnnexes(text: string, paragraphs: readonly Span[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let index = 0; index < paragraphs.length; index++) {
    const { start, end } = paragraphs[index];
    const words = contentStart(text, start, end);
    const announcement = announcesAnnexes.exec(text.slice(words, words + 4));
    if (!announcement) continue;
    const from = skipBlanks(text, words + announcement[0].length, end);
    const listed = [index];
    let last = from === end ? 0 : annexNumber(text, from, end);
    if (from < end && last !== 1) continue;
    for (let next = index + 1; next < paragraphs.length; next++) {
      const line = paragraphs[next];
      if (annexNumber(text, contentStart(text, line.start, line.end), line.end) !== last + 1) break;
      last++;
      listed.push(next);
    }
    if (last > 0) for (const each of listed) found.add(each);
  }
  return found;
}

/** The number before the name of an annex; 0 where there is none. */
function annexNumber(text: string, at: number, end: number): number {
  const marker = readMarker(text, at, end);
  return marker?.form === 'arabic' && !text.slice(marker.end, end).includes('。') ? marker.value : 0;
}
