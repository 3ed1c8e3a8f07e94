package dev.remoteassistance.contract.format;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** Writes SARIF 2.1.0, which code hosts show beside the code. */
final class SarifFormat {

    private static final JsonMapper JSON = new JsonMapper();

    private SarifFormat() {}

    static String write(GateResult result) {
        ObjectNode root = JSON.createObjectNode()
                .put(
                        "$schema",
                        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
                .put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "contract-kit");
        Optional.ofNullable(SarifFormat.class.getPackage().getImplementationVersion())
                .ifPresent(version -> driver.put("version", version));
        List<String> rules = result.findings().stream()
                .map(finding -> finding.finding().rule())
                .distinct()
                .toList();
        ArrayNode known = driver.putArray("rules");
        rules.forEach(rule -> known.addObject().put("id", rule));
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        result.findings()
                .forEach(finding -> write(
                        finding,
                        results.addObject()
                                .put("ruleId", finding.finding().rule())
                                .put(
                                        "ruleIndex",
                                        rules.indexOf(finding.finding().rule()))));
        return root.toPrettyString() + System.lineSeparator();
    }

    private static void write(LocatedFinding finding, ObjectNode node) {
        node.put(
                "level",
                switch (finding.finding().impact()) {
                    case BREAKING -> "error";
                    case LOOSENING -> "note";
                    case NOT_COMPARED -> "warning";
                });
        node.putObject("message").put("text", finding.story());
        ObjectNode location = node.putArray("locations").addObject();
        finding.at().ifPresent(at -> {
            ObjectNode physical = location.putObject("physicalLocation");
            physical.putObject("artifactLocation").put("uri", uri(at.file()));
            physical.putObject("region")
                    .put("startLine", at.position().line())
                    .put("startColumn", at.position().column());
        });
        location.putArray("logicalLocations").addObject().put("fullyQualifiedName", finding.place());
        node.putObject("partialFingerprints")
                .put("change/v1", finding.finding().rule() + " " + finding.place() + " " + finding.words());
    }

    private static String uri(String file) {
        try {
            // Without ./ the text before a colon in a relative path would be a scheme.
            return new URI(null, null, file.startsWith("/") ? file : "./" + file, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
