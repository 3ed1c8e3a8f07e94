/** What operators see of a running server: health, metrics and the access log. */
package dev.remoteassistance.server.management;
