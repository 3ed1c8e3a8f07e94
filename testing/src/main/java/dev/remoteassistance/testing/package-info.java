/** The real server in the JVM of a test: tokens, the stored reports, and faults on demand. */
package dev.remoteassistance.testing;
