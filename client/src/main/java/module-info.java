/** The client for the remote-assistance contract, which uses the JDK's HTTP client. */
module dev.remoteassistance.client {
    requires transitive dev.remoteassistance.model;
    requires transitive java.net.http;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.datatype.jsr310;

    exports dev.remoteassistance.client;
    exports dev.remoteassistance.client.session;
}
