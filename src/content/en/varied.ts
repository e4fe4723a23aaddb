/** Several values of one option, for commands that train settings side by side. */
export const varied = {
  'error.variedTwice':
    '<code>{option}</code> names {value} twice; two runs with the same setting and seed do exactly the same thing.',
  'error.variedNone':
    '<code>/{command}</code> needs one option with {most, plural, =2 {two values} other {two to # values}}, as in <code>batch:10,100</code>; that can be {options}.',
  'error.variedOneNetwork':
    '<code>layers:{given}</code> is one network; put <code>|</code> between two of them, as in <code>layers:6,6|32</code>.',
} as const;
