/** Serves the contract as a team that knows Quarkus would: generated interface, SmallRye JWT, Hibernate ORM. */
package dev.remoteassistance.peers.quarkus;
