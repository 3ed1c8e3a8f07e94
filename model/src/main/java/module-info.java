/** The payload classes that are generated from the contract, and the JSON policy by which they are read and written. */
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
