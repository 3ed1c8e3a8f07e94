/** Speaks HTTP: attempts, their waits, and the reading of answers. It is not part of the public API. */
package dev.remoteassistance.client.http;
