/** Words of a sentence that tells what has been done. */
const told =
  /[一二三四五六七八九十两几多\d]年来|以来|过去[^、]{0,4}年|去年|上年|前年|今年上半年|[得成开办织展动订发过]了|先后|回顾|总结|累计|如期|当年|当时|已经?(?![建成])|圆满|胜利(?:完成|实现)/;

/** Whether the words tell what has been done. */
export function narrates(words: string): boolean {
  return told.test(words);
}
