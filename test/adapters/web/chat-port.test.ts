import { ScriptedRoom } from '../../support/scripted-room.js';
import { chatPortContract } from '../../contract/chat-port.js';
import { wireText } from '../../support/wire-text.js';

chatPortContract('the room', async () => {
  const scripted = await ScriptedRoom.start();
  const visitor = await scripted.visit();
  await visitor.type('/help');
  const { invocation } = await scripted.next();
  return {
    port: scripted.room.port,
    invocation,
    see: async () => {
      const heard = await visitor.listen();
      const events = await heard.untilCaughtUp();
      heard.close();
      return wireText(events);
    },
    close: () => scripted.room.close(),
  };
});
