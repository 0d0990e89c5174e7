/**
 * The first letters of the pinyin of a text, lower case, other characters than Han left out. Its table is loaded when it is
 * first asked for.
 */
export async function pinyinInitials(): Promise<(text: string) => string> {
  const { pinyin } = await import('pinyin-pro');
  return (text) => pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' }).join('');
}
