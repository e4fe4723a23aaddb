/**
 * Text is spans, never markup: what a person typed stays a plain span, so it cannot become formatting,
 * a mention or HTML.
 */
/** The characters of a text without its styles. */
export function plain(text) {
    return text.map((span) => span.text).join('');
}
//# sourceMappingURL=text.js.map