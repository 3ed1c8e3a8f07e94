/** The contract the way a team that knows Quarkus would serve it: generated interface, SmallRye JWT, Hibernate ORM. */
package dev.remoteassistance.peers.quarkus;
