/** Questions about sessions, and their answers: plain values that know no database and no HTTP. */
package dev.remoteassistance.server.session;
