/** A picture that Word can show, with its size in pixels. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly extension: 'png' | 'jpeg' | 'gif';
  readonly width: number;
  readonly height: number;
}

/** The picture that the bytes are; undefined where they are none of a kind that Word shows. */
export function pictureOf(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (...head: readonly number[]) => head.every((byte, at) => bytes[at] === byte);
  const sized = (extension: Picture['extension'], width: number, height: number) =>
    width > 0 && height > 0 ? { bytes, extension, width, height } : undefined;
  if (bytes.length < 24) return undefined;
  if (starts(0x89, 0x50, 0x4e, 0x47)) return sized('png', view.getUint32(16), view.getUint32(20));
  if (starts(0x47, 0x49, 0x46)) return sized('gif', view.getUint16(6, true), view.getUint16(8, true));
  if (!starts(0xff, 0xd8)) return undefined;
  // A JPEG is a row of segments, each with its length; one of them begins the frame and tells its size.
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1];
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return sized('jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
  }
  return undefined;
}
