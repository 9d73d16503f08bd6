import { sha256 as sha256Bytes } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { v5 } from 'uuid';
import type { Sha256 } from '../../schemas/ids.ts';

/** SHA-256 of bytes, or of a string in UTF-8. Synchronous, the same in every host. */
export function sha256(data: Uint8Array | string): Sha256 {
  return bytesToHex(sha256Bytes(typeof data === 'string' ? new TextEncoder().encode(data) : data)) as Sha256;
}

/** Names under this namespace give the same UUID on every machine (RFC 9562, version 5). */
const namespace = '6f9619ff-8b86-5d01-b42d-00cf4fc964ff';

/** A UUIDv5 of a kind and the parts that name a thing, for results that must not differ between runs. */
export function nameId<Id extends string>(kind: string, ...parts: string[]): Id {
  return v5([kind, ...parts].map((part) => part.replaceAll('\\', '\\\\').replaceAll('\0', '\\0')).join('\0'), namespace) as Id;
}
