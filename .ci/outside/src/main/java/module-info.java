/** Compiled and run on the module path, so that the modules' own descriptions are tried as well. */
module outside {
    requires dev.remoteassistance.client;
    requires dev.remoteassistance.spec;
    requires jdk.httpserver;
}
