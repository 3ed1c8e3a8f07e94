/** The contract the way a team that knows Spring would serve it: generated interface, Spring Security, Spring Data JPA. */
package dev.remoteassistance.peers.spring;
