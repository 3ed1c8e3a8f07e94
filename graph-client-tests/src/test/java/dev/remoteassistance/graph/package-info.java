/** Microsoft Graph's own SDK against the real server. */
package dev.remoteassistance.graph;
