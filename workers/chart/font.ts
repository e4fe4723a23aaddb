/** The font of all pictures; registered when this is loaded. */
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);
export const FONT = 'NanumGothic';
// Machines without fonts draw Korean too: the font comes with a package (SIL Open Font License).
for (const file of [
  require.resolve('@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf'),
  require.resolve('@expo-google-fonts/nanum-gothic/700Bold/NanumGothic_700Bold.ttf'),
]) {
  // Otherwise it would be drawn without its letters, and nobody told.
  if (!GlobalFonts.registerFromPath(file, FONT)) throw new Error(`cannot read the font ${file}`);
}
