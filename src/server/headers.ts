/** The security headers of every answer. Nothing from elsewhere, nothing inline, and no frame round any page but the one made for it. */
import type { MiddlewareHandler } from 'hono';

const POLICY = [
  "default-src 'none'",
  // Runs are computed in WebAssembly that the page writes itself; text is never evaluated.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'x-dns-prefetch-control': 'off',
};

/** Sets the headers on every answer, refusals included. What differs by audience is never kept by a cache. */
export function securityHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    // Only a page that says so itself may stand in a frame of another site.
    const framed = /frame-ancestors \*/.test(context.res.headers.get('content-security-policy') ?? '');
    for (const [name, value] of Object.entries(HEADERS)) {
      if (framed && name === 'x-frame-options') continue;
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store');
  };
}
