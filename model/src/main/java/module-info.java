/** Payload classes of the remote-assistance contract, generated from it, and the JSON policy they are read with. */
module dev.remoteassistance.model {
    requires transitive com.fasterxml.jackson.annotation;
    requires transitive com.fasterxml.jackson.databind;
    requires transitive jakarta.annotation;
    requires transitive jakarta.validation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.datatype.jsr310;

    exports dev.remoteassistance.model;
    exports dev.remoteassistance.model.json;

    // Bean Validation providers read constraints reflectively.
    opens dev.remoteassistance.model;
}
