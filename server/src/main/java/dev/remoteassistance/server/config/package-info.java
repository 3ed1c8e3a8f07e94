/** The settings of an operator, as plain values. Depends on no other package of the server. */
package dev.remoteassistance.server.config;
