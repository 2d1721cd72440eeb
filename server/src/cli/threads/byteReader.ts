import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';

/** Octets read at a time. */
export const BLOCK = 240 * 1024;
const LF = 10;

/** Reads a file from an offset on, as far as a line end. */
export class ByteReader {
  readonly #handle: FileHandle;
  readonly #block: Buffer;
  /** Offset in the file of the block's first octet. */
  #offset: number;
  #start = 0;
  #end = 0;

  /** `block`: memory of `BLOCK` octets to read into, which no other reader uses until this one is done. */
  constructor(handle: FileHandle, offset: number, block: Buffer = Buffer.allocUnsafe(BLOCK)) {
    this.#handle = handle;
    this.#block = block;
    this.#offset = offset;
  }

  /** Offset of the next octet. */
  get offset(): number {
    return this.#offset + this.#start;
  }

  /**
   * Hands over what comes up to the first line end at or behind offset `to`, that included; all that is left when it is
   * undefined. False when the file ended first. The octets are good until `take` returns.
   */
  async readTo(to: number | undefined, take: (octets: Uint8Array) => void): Promise<boolean> {
    for (;;) {
      if (this.#start === this.#end && !(await this.#fill())) return false;
      const octets = this.#block.subarray(this.#start, this.#end);
      const after = to === undefined ? octets.length : Math.max(0, to - this.offset);
      const lf = after < octets.length ? octets.indexOf(LF, after) : -1;
      const length = lf < 0 ? octets.length : lf + 1;
      this.#start += length;
      take(octets.subarray(0, length));
      if (lf >= 0) return true;
    }
  }

  /** Waits for the block: another thread that fetched it would have no core to run on. Messages have their turn before. */
  async #fill(): Promise<boolean> {
    await setImmediate();
    this.#offset += this.#end;
    this.#start = 0;
    this.#end = readSync(this.#handle.fd, this.#block, 0, BLOCK, this.#offset);
    return this.#end > 0;
  }
}
