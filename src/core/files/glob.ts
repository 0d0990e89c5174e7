/** Alternatives that the braces of one glob may come to. */
const mostAlternatives = 100;

/** The globs that one with braces stands for: `{甲,乙}/**` is `甲/**` and `乙/**`; undefined where they are too many. */
function alternatives(glob: string): readonly string[] | undefined {
  let open = [glob];
  const done: string[] = [];
  while (open.length > 0) {
    const next: string[] = [];
    for (const one of open) {
      const braces = /\{(?<choices>[^{}]*)\}/.exec(one);
      if (!braces?.groups) done.push(one);
      else {
        const [before, after] = [one.slice(0, braces.index), one.slice(braces.index + braces[0].length)];
        for (const choice of braces.groups.choices.split(',')) next.push(before + choice + after);
      }
    }
    if (done.length + next.length > mostAlternatives) return undefined;
    open = next;
  }
  return done;
}

/** Whether `*` and `?` of the pattern make it the name. Cost: the product of both lengths at most. */
function matchesName(pattern: string, name: string): boolean {
  let [at, from] = [0, 0];
  let star: { readonly at: number; from: number } | undefined;
  while (from < name.length) {
    if (pattern[at] === '*') star = { at: at++, from };
    else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[from])) {
      at++;
      from++;
    } else if (star) {
      at = star.at + 1;
      from = ++star.from;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

/** Whether the pattern leads to the path or to a folder around it. */
function matchesPath(pattern: readonly string[], path: readonly string[]): boolean {
  // Places in the pattern that the parts so far may have led to.
  let places = new Set([0]);
  const skip = () => places.forEach((place) => pattern[place] === '**' && places.add(place + 1));
  skip();
  for (const part of path) {
    const next = new Set<number>();
    for (const place of places) {
      if (pattern[place] === '**') next.add(place);
      else if (place < pattern.length && matchesName(pattern[place], part)) next.add(place + 1);
    }
    places = next;
    skip();
    if (places.has(pattern.length)) return true;
  }
  return false;
}

/** What is wrong with a glob, in Chinese; undefined where nothing is. */
export function globFault(glob: string): string | undefined {
  if (glob.includes('\\')) return '请用“/”分隔文件夹';
  if (partsOf(glob).includes('..') || glob.startsWith('/') || /^[A-Za-z]:/.test(glob)) {
    return '应从配置所在的文件夹写起，如 归档/** 或 **/*.md，不以“/”开头，不含“..”';
  }
  return alternatives(glob) ? undefined : '花括号里的写法太多，请分成几条';
}

/**
 * Whether the glob names the path, or a folder around it: `*` and `?` stand for characters of a name, `**` for folders,
 * `{a,b}` for either. Cost linear in the path for a glob of given length.
 * @param path parts joined by `/`
 */
export function globNames(glob: string, path: string): boolean {
  return (alternatives(glob) ?? []).some((one) => matchesPath(partsOf(one), path.split('/')));
}

function partsOf(glob: string): string[] {
  return glob.split('/').filter((part) => part !== '' && part !== '.');
}
