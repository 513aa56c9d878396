// A new UUID (version 4). `crypto.randomUUID` exists only on https and localhost, and keel may well
// be opened over plain http from another room of the same house.

export function new_id(): string {
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) => {
    const chance = crypto.getRandomValues(new Uint8Array(1))[0]!;
    return (Number(digit) ^ (chance & (15 >> (Number(digit) / 4)))).toString(16);
  });
}
