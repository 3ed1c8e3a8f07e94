/** Serves the contract as a team that knows Spring would: generated interface, Spring Security, Spring Data JPA. */
package dev.remoteassistance.peers.spring;
