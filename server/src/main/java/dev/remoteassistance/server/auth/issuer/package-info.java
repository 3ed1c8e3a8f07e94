/** What the server knows about an issuer: its name and its current keys. */
package dev.remoteassistance.server.auth.issuer;
