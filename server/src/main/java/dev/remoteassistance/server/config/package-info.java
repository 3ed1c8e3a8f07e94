/** Settings, typed and read once. */
package dev.remoteassistance.server.config;
