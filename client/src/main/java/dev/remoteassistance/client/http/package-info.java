/** What speaks HTTP: attempts, their waits, and the reading of answers. No part of the public API. */
package dev.remoteassistance.client.http;
