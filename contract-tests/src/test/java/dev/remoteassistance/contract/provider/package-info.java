/** The real server, verified against the pacts. */
package dev.remoteassistance.contract.provider;
