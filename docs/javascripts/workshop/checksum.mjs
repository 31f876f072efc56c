// CRC-32, as archives and the keys of pictures have it. Pure.

const CHECKS = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** @param {Uint8Array} bytes */
export function checksum(bytes) {
  let value = -1;
  for (let index = 0; index < bytes.length; index += 1) value = CHECKS[(value ^ bytes[index]) & 255] ^ (value >>> 8);
  return ~value >>> 0;
}
