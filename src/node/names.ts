/** Name under which standard input is given and reported. */
export const standardInput = '-';

/** How messages call the input. */
export function inputName(file: string): string {
  return file === standardInput ? '标准输入' : file;
}
