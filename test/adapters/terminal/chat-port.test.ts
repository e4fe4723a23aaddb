import { chatPortContract } from '../../contract/chat-port.js';
import { Output, terminalOn } from '../../support/terminal.js';

chatPortContract('a terminal', () => {
  const [stdout, stderr] = [new Output(), new Output()];
  const terminal = terminalOn(stdout, stderr);
  return Promise.resolve({
    port: terminal.port,
    invocation: terminal.invocation([]),
    see: async () => {
      await terminal.finish();
      return stderr.text + stdout.text;
    },
    close: () => Promise.resolve(),
  });
});
