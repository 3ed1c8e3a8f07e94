/** The payload classes that are generated from the contract, and the JSON policy by which they are read and written. */
module dev.remoteassistance.model {
    requires transitive com.fasterxml.jackson.annotation;
    requires transitive com.fasterxml.jackson.databind;
    requires transitive jakarta.annotation;
    requires transitive jakarta.validation;
    requires transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.datatype.jsr310;
    // Jackson 3, for those who have it.
    requires static tools.jackson.core;
    requires static tools.jackson.databind;

    exports dev.remoteassistance.model;
    exports dev.remoteassistance.model.jackson3;
    exports dev.remoteassistance.model.json;

    // Bean Validation providers read constraints reflectively.
    opens dev.remoteassistance.model;

    // The one for Jackson 3 is no service of this module: it could not start without Jackson 3.
    provides com.fasterxml.jackson.databind.Module with
            dev.remoteassistance.model.json.JsonPolicyModule;
}
