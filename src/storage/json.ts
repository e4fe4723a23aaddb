/**
 * JSON that keeps every number: a diverged loss is NaN or Infinity, which JSON.stringify would turn
 * into null. They are written as `{"nonFinite":"NaN"}`.
 */

export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'number' && !Number.isFinite(member) ? { nonFinite: String(member) } : member,
  );
}

export function fromJson(text: string): unknown {
  return JSON.parse(text, (_, member: unknown) =>
    isNonFinite(member) ? Number(member.nonFinite) : member,
  );
}

function isNonFinite(member: unknown): member is { nonFinite: string } {
  return typeof member === 'object' && member !== null && 'nonFinite' in member;
}
