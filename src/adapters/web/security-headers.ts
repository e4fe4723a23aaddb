import { secureHeaders } from 'hono/secure-headers';

/**
 * The page may only run its own scripts and styles and talk to its own server. Trusted
 * Types make the browser refuse any string that would be parsed as HTML.
 */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
  },
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  xFrameOptions: 'DENY',
  // The room is plain HTTP; a TLS proxy in front sets HSTS itself.
  strictTransportSecurity: false,
});
