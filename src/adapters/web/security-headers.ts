import { secureHeaders } from 'hono/secure-headers';

/**
 * The page runs its own scripts and styles and speaks to its own server, and that is all. Trusted
 * types make the browser refuse any text that would be parsed as HTML.
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
  // The room is plain HTTP on this machine; whoever puts TLS in front says so there.
  strictTransportSecurity: false,
});
