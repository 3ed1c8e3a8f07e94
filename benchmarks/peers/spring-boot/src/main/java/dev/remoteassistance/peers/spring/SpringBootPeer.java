package dev.remoteassistance.peers.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the peer. */
@SpringBootApplication(proxyBeanMethods = false)
public class SpringBootPeer {

    public static void main(String[] arguments) {
        SpringApplication.run(SpringBootPeer.class, arguments);
    }
}
