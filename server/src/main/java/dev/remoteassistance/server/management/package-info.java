/** What operators see of a running server. */
package dev.remoteassistance.server.management;
