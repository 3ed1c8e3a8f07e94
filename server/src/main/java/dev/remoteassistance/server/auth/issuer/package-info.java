/** What the server knows of an issuer: its name and its current keys. */
package dev.remoteassistance.server.auth.issuer;
