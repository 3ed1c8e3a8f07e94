package dev.remoteassistance.contract.format;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.pact.RevisionCheck.Broken;

/** Writes JSON for programs: everything that the gate knows. */
final class JsonFormat {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonFormat() {}

    static String write(GateResult result) {
        ObjectNode root = JSON.createObjectNode()
                .put("verdict", result.isBreaking() ? "breaking" : "compatible")
                .put("revision", result.revision())
                .put("baseline", result.baseline());
        if (result.interactions().isPresent()) {
            root.put("interactions", result.interactions().getAsInt());
        } else {
            root.putNull("interactions");
        }
        ArrayNode findings = root.putArray("findings");
        result.findings().forEach(finding -> write(finding, findings.addObject()));
        return root.toPrettyString() + System.lineSeparator();
    }

    private static void write(LocatedFinding finding, ObjectNode node) {
        node.put("rule", finding.finding().rule())
                .put("impact", finding.impact())
                .put("operation", finding.finding().place().operation())
                .put("place", finding.place())
                .put("words", finding.words());
        finding.at()
                .ifPresent(at -> node.put("file", at.file())
                        .put("line", at.position().line())
                        .put("column", at.position().column())
                        .put("inBaseline", at.inBaseline()));
        ArrayNode affected = node.putArray("affected");
        for (Broken one : finding.finding().affected()) {
            ObjectNode broken = affected.addObject()
                    .put("consumer", one.interaction().consumer())
                    .put("interaction", one.interaction().interaction().getDescription());
            one.faults().forEach(broken.putArray("faults")::add);
        }
    }
}
