/** The font of all images; registered when this module is loaded. */
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);
export const FONT = 'NanumGothic';
// The font comes with a package (SIL Open Font License), so that machines without fonts can draw Korean, too.
for (const file of [
  require.resolve('@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf'),
  require.resolve('@expo-google-fonts/nanum-gothic/700Bold/NanumGothic_700Bold.ttf'),
]) {
  // Otherwise text would silently be missing.
  if (!GlobalFonts.registerFromPath(file, FONT)) throw new Error(`cannot read the font ${file}`);
}
