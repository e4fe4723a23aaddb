/**
 * A Python string literal for any text. JSON's escapes are all valid in Python; in addition, anything that
 * could hide or reorder the source around it (control, formatting and separator characters) and the
 * backtick, which would end a code block in a chat, are escaped as well.
 */
export function pythonString(text: string): string {
  return JSON.stringify(text).replace(/[`\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  });
}

export function pythonList(items: readonly string[]): string {
  return `[${items.map(pythonString).join(', ')}]`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
